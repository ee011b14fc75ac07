import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Attributes, IndexedDocument } from '#shared/vectors/indexed-document.ts';
import { type MergeDeps, mergeShelf } from '#shared/vectors/shelf/merge-shelf.ts';
import { Shelf } from '#shared/vectors/shelf/shelf.ts';
import type { StoredVersion } from '#shared/vectors/vector-store.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';
import { InMemorySegments } from './in-memory-segments.ts';

/** A chunk of a test: what it says, and where it points. */
export interface TestChunk {
  readonly terms: readonly string[];
  readonly degrees: number;
}

export const SPACE = 'test-2';

export const unitAt = (degrees: number): Float32Array => {
  const angle = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(angle), Math.sin(angle));
};

/** A tenant's shelf in memory that tests write to, merge and read as several instances would. */
export class ShelfWorld {
  readonly tenant = trustedTenant('acme');
  readonly table = new InMemoryTable();
  readonly objects = new InMemorySegments();
  readonly clock = new VirtualClock();
  readonly pause = async () => undefined;
  /** Of one instance that keeps what it has read. */
  readonly shelf = new Shelf(this);

  /** An instance that has read nothing yet. */
  fresh(): Shelf {
    return new Shelf(this);
  }

  merge(over: Partial<MergeDeps> = {}) {
    return mergeShelf({ ...this, ...over }, this.tenant);
  }

  async publish(
    id: string,
    version: number,
    chunks: readonly TestChunk[],
    attributes: Attributes = {},
    spaceId = SPACE,
  ): Promise<StoredVersion> {
    const stored = await this.shelf.stage(this.tenant, documentOf(id, version, chunks, spaceId));
    const facts = { title: id, attributes };
    await this.table.transact(this.tenant, this.shelf.publish(stored, facts));
    return stored;
  }

  async withdraw(id: string): Promise<void> {
    await this.table.transact(this.tenant, this.shelf.withdraw(id));
  }

  /** Until nobody who was at work can still be. */
  waitForAll(): void {
    this.clock.moveTo(this.clock.ms + 2 * 3_600_000);
  }

  /** Keys of the merged segments that take up space. */
  get mergedKeys(): readonly string[] {
    return [...this.objects.objects.keys()].filter((key) => key.includes('/shelf-merged/'));
  }
}

export const documentOf = (
  id: string,
  version: number,
  chunks: readonly TestChunk[] = [{ terms: [id], degrees: version }],
  spaceId = SPACE,
): IndexedDocument => ({
  document_id: id,
  version,
  chunks: chunks.map(({ terms }, ordinal) => ({ chunk: chunkOf(id, version, ordinal), terms })),
  vectors: { [spaceId]: chunks.map(({ degrees }) => unitAt(degrees)) },
});

const chunkOf = (id: string, version: number, ordinal: number) => ({
  ordinal,
  text: `${id} v${version} #${ordinal}`,
  start: ordinal,
  end: ordinal + 1,
  page: null,
  heading_path: ['Ünïcode 見出し'],
  hash: `${id}-${version}-${ordinal}`,
});
