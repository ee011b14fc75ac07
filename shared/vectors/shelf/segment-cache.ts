import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { type LoadedSegment, loadSegment } from './loaded-segment.ts';
import { decodeSegment } from './segment-codec.ts';
import { type ListedSegment, readSegments } from './segment-list.ts';
import type { SegmentObjects } from './segment-objects.ts';
import { ShelfView } from './shelf-view.ts';

interface CachedShelf {
  readonly generation: number;
  readonly view: Promise<ShelfView>;
  /** By object key: a change of the list loads only what is new. */
  readonly segments: Promise<ReadonlyMap<string, LoadedSegment>>;
  chunkCount: number;
}

/** Chunks of all tenants that an instance keeps: about 4 kB each with text, postings and vectors. */
const KEPT_CHUNKS = 60_000;
const PARALLEL_LOADS = 8;

/** Shelves in the memory of one instance, the longest unused given up first. */
export class SegmentCache {
  readonly #deps: { readonly table: Table; readonly objects: SegmentObjects };
  /** In the order of use. */
  readonly #shelves = new Map<Tenant, CachedShelf>();

  constructor(deps: { readonly table: Table; readonly objects: SegmentObjects }) {
    this.#deps = deps;
  }

  /** The shelf of this generation or a later one; concurrent callers share one load. */
  async view(tenant: Tenant, generation: number): Promise<ShelfView> {
    const cached = this.#shelves.get(tenant);
    const shelf =
      cached && cached.generation >= generation ? cached : this.#load(tenant, generation, cached);
    this.#shelves.delete(tenant);
    this.#shelves.set(tenant, shelf);
    return shelf.view;
  }

  #load(tenant: Tenant, generation: number, before: CachedShelf | undefined): CachedShelf {
    const segments = this.#loadSegments(tenant, before);
    const view = segments.then((loaded) => new ShelfView([...loaded.values()]));
    const shelf: CachedShelf = { generation, view, segments, chunkCount: 0 };
    view.then(
      ({ chunkCount }) => this.#keep(shelf, chunkCount),
      () => this.#forget(tenant, shelf),
    );
    return shelf;
  }

  async #loadSegments(tenant: Tenant, before: CachedShelf | undefined) {
    const known = await before?.segments.catch(() => undefined);
    const loaded = await this.#loadListed(tenant, known ?? new Map());
    // A version that was replaced while we read the list is gone; the list now names its successor.
    return loaded ?? (await this.#loadListed(tenant, known ?? new Map())) ?? missingSegment(tenant);
  }

  async #loadListed(tenant: Tenant, known: ReadonlyMap<string, LoadedSegment>) {
    const listed = await readSegments(this.#deps.table, tenant);
    const loaded = new Map<string, LoadedSegment>();
    for (let at = 0; at < listed.length; at += PARALLEL_LOADS) {
      const batch = listed.slice(at, at + PARALLEL_LOADS);
      const segments = await Promise.all(batch.map((entry) => this.#loadOne(tenant, entry, known)));
      for (const segment of segments) {
        if (!segment) return undefined;
        loaded.set(segment.listed.object_key, segment);
      }
    }
    return loaded;
  }

  async #loadOne(
    tenant: Tenant,
    listed: ListedSegment,
    known: ReadonlyMap<string, LoadedSegment>,
  ): Promise<LoadedSegment | undefined> {
    const before = known.get(listed.object_key);
    if (before) return { ...before, listed };
    const bytes = await this.#deps.objects.get(tenant, listed.object_key);
    return bytes && loadSegment(listed, decodeSegment(bytes));
  }

  #keep(shelf: CachedShelf, chunkCount: number): void {
    shelf.chunkCount = chunkCount;
    let total = [...this.#shelves.values()].reduce((sum, kept) => sum + kept.chunkCount, 0);
    for (const [tenant, oldest] of this.#shelves) {
      if (total <= KEPT_CHUNKS || oldest === shelf) return;
      this.#shelves.delete(tenant);
      total -= oldest.chunkCount;
    }
  }

  #forget(tenant: Tenant, shelf: CachedShelf): void {
    if (this.#shelves.get(tenant) === shelf) this.#shelves.delete(tenant);
  }
}

function missingSegment(tenant: Tenant): never {
  throw new Error(`A listed segment of ${tenant} is not in the store`);
}
