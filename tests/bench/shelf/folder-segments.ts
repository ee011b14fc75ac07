import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SegmentObjects } from '#shared/vectors/shelf/segment-objects.ts';

/** The objects of the shelf as files, so that what they take is not in the memory that is measured. */
export class FolderSegments implements SegmentObjects {
  readonly #folder: string;
  reads = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(_tenant: Tenant, key: string, bytes: Uint8Array): Promise<void> {
    const file = join(this.#folder, key);
    await mkdir(dirname(file), { recursive: true });
    // As in S3 nobody ever sees half of an object.
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, bytes);
    await rename(draft, file);
  }

  async get(_tenant: Tenant, key: string, firstBytes?: number): Promise<Uint8Array | undefined> {
    this.reads += 1;
    const bytes = await readFile(join(this.#folder, key)).catch(() => undefined);
    return bytes?.subarray(0, firstBytes);
  }

  async delete(_tenant: Tenant, key: string): Promise<void> {
    await rm(join(this.#folder, key), { force: true });
  }
}
