import type { Tenant } from '#shared/runtime/tenant.ts';
import { type LoadDeps, type LoadedShelf, loadShelf } from './load-shelf.ts';
import type { Segment } from './segment.ts';
import type { ShelfView } from './shelf-view.ts';

interface CachedShelf {
  readonly generation: number;
  readonly loaded: Promise<LoadedShelf>;
  bytes: number;
}

/**
 * What an instance keeps of all tenants together, of 1,024 MB for everything. 50,000 chunks with
 * vectors of 1024 dimensions are about 150 MB (`npm run bench`); the newest one is kept in any case.
 */
const KEPT_BYTES = 400 * 1024 * 1024;

/** Shelves in the memory of one instance, the longest unused given up first. */
export class SegmentCache {
  readonly #deps: LoadDeps;
  readonly #keptBytes: number;
  /** In the order of use. */
  readonly #shelves = new Map<Tenant, CachedShelf>();

  constructor(deps: LoadDeps, keptBytes: number = KEPT_BYTES) {
    this.#deps = deps;
    this.#keptBytes = keptBytes;
  }

  /** The shelf of this generation or a later one; concurrent callers share one load. */
  async view(tenant: Tenant, generation: number): Promise<ShelfView> {
    const cached = this.#shelves.get(tenant);
    const shelf =
      cached && cached.generation >= generation ? cached : this.#load(tenant, generation, cached);
    this.#shelves.delete(tenant);
    this.#shelves.set(tenant, shelf);
    return (await shelf.loaded).view;
  }

  #load(tenant: Tenant, generation: number, before: CachedShelf | undefined): CachedShelf {
    const shelf: CachedShelf = { generation, loaded: this.#read(tenant, before), bytes: 0 };
    shelf.loaded.then(
      ({ segments }) => this.#keep(shelf, bytesOf(segments)),
      () => this.#forget(tenant, shelf),
    );
    return shelf;
  }

  /** A change of the list reads only what is new. */
  async #read(tenant: Tenant, before: CachedShelf | undefined): Promise<LoadedShelf> {
    const known = await before?.loaded.catch(() => undefined);
    return loadShelf(this.#deps, tenant, known?.segments ?? new Map());
  }

  #keep(shelf: CachedShelf, bytes: number): void {
    shelf.bytes = bytes;
    let total = [...this.#shelves.values()].reduce((sum, kept) => sum + kept.bytes, 0);
    for (const [tenant, oldest] of this.#shelves) {
      if (total <= this.#keptBytes || oldest === shelf) return;
      this.#shelves.delete(tenant);
      total -= oldest.bytes;
    }
  }

  #forget(tenant: Tenant, shelf: CachedShelf): void {
    if (this.#shelves.get(tenant) === shelf) this.#shelves.delete(tenant);
  }
}

/** All arrays of a segment are views on the bytes that were read. */
function bytesOf(segments: ReadonlyMap<string, Segment>): number {
  let bytes = 0;
  for (const { chunks } of segments.values()) bytes += chunks.bytes.buffer.byteLength;
  return bytes;
}
