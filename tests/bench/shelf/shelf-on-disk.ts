import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Write } from '#shared/store/write.ts';
import { mergeShelf } from '#shared/vectors/shelf/merge-shelf.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import type { StoredVersion } from '#shared/vectors/vector-store.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import { FolderSegments } from './folder-segments.ts';
import { makeDocument } from './large-library.ts';

/** Writes as they travel between processes; only the shelf makes them. */
const writes = z.array(z.custom<Write>((value) => typeof value === 'object' && value !== null));

/** A table that keeps a diary, by which another process comes to the same state. */
class DiaryTable extends InMemoryTable {
  readonly diary: Write[][] = [];
  onWrites: (written: readonly Write[]) => void = () => undefined;

  override async transact(...[tenant, written]: Parameters<InMemoryTable['transact']>) {
    await super.transact(tenant, written);
    this.diary.push([...written]);
    this.onWrites(written);
  }
}

/** A tenant's shelf whose objects and list are in a folder. */
export class ShelfOnDisk {
  readonly tenant = trustedTenant('bench');
  readonly table = new DiaryTable();
  readonly objects: FolderSegments;
  readonly clock = new VirtualClock();
  readonly pause = async () => undefined;
  readonly #diaryFile: string;

  constructor(folder: string) {
    this.objects = new FolderSegments(folder);
    this.#diaryFile = join(folder, 'diary.json');
  }

  /** An instance that has read nothing yet. */
  fresh(): Shelf {
    return new Shelf(this);
  }

  async publish(at: number, version = 1): Promise<StoredVersion> {
    const shelf = this.fresh();
    const document = makeDocument(at, version);
    const stored = await shelf.stage(this.tenant, document);
    const facts = { title: document.document_id, attributes: { authority: ['medium'] } };
    await this.table.transact(this.tenant, shelf.publish(stored, facts));
    return stored;
  }

  /** Until there is nothing left to merge: one run takes only so much. */
  async merge(): Promise<void> {
    while ((await mergeShelf(this, this.tenant)) === 'merged');
  }

  async save(): Promise<void> {
    await writeFile(this.#diaryFile, JSON.stringify(this.table.diary));
  }

  async restore(): Promise<void> {
    const diary = z.array(writes).parse(JSON.parse(await readFile(this.#diaryFile, 'utf8')));
    for (const written of diary) await this.apply(written);
  }

  async apply(written: unknown): Promise<void> {
    await this.table.transact(this.tenant, writes.parse(written));
  }
}
