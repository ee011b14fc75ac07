import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { type LoadedSegment, loadMerged, loadOwn } from './loaded-segment.ts';
import { readMerged } from './merged-list.ts';
import type { Segment } from './segment.ts';
import { decodeSegment } from './segment-codec.ts';
import { type ListedSegment, readSegments } from './segment-list.ts';
import type { SegmentObjects } from './segment-objects.ts';
import { ShelfView } from './shelf-view.ts';

export interface LoadDeps {
  readonly table: Table;
  readonly objects: SegmentObjects;
}

/** A tenant's shelf in memory, with the segments it is made of by their keys. */
export interface LoadedShelf {
  readonly view: ShelfView;
  readonly segments: ReadonlyMap<string, Segment>;
}

/** Merged segments are large, others mostly small: both keep the memory of what is on its way low. */
const PARALLEL_MERGED = 4;
const PARALLEL_OWN = 16;

/** Reads what is published now; segments that are known are not read again. */
export async function loadShelf(
  deps: LoadDeps,
  tenant: Tenant,
  known: ReadonlyMap<string, Segment>,
): Promise<LoadedShelf> {
  const loader = new ShelfLoader(deps.objects, tenant, known);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const loaded = await loader.load(deps.table);
    if (loaded) return loaded;
  }
  throw new Error(`A listed segment of ${tenant} is not in the store`);
}

/** A version that is replaced while we read is gone; the list then names its successor. */
const ATTEMPTS = 4;

class ShelfLoader {
  readonly #objects: SegmentObjects;
  readonly #tenant: Tenant;
  readonly #known: Map<string, Segment>;

  constructor(objects: SegmentObjects, tenant: Tenant, known: ReadonlyMap<string, Segment>) {
    this.#objects = objects;
    this.#tenant = tenant;
    this.#known = new Map(known);
  }

  /** Undefined when a listed version is not to be found. */
  async load(table: Table): Promise<LoadedShelf | undefined> {
    const [merged, listed] = await Promise.all([
      readMerged(table, this.#tenant),
      readSegments(table, this.#tenant),
    ]);
    const left = new Map(listed.map((entry) => [entry.object_key, entry]));
    const used = new Map<string, Segment>();
    const together = await this.#loadMerged(merged.segments, left, used);
    const apart = await this.#loadOwn([...left.values()], used);
    return apart && { view: new ShelfView([...together, ...apart]), segments: used };
  }

  /** Takes the versions it finds out of what is left. One that is gone was only a shorter way. */
  async #loadMerged(
    merged: readonly { readonly object_key: string }[],
    left: Map<string, ListedSegment>,
    used: Map<string, Segment>,
  ): Promise<readonly LoadedSegment[]> {
    const loaded: LoadedSegment[] = [];
    const keys = merged.map(({ object_key }) => object_key);
    for (const [key, segment] of await this.#readAll(keys, PARALLEL_MERGED)) {
      if (!segment) continue;
      const shown = loadMerged(segment, left);
      for (const { listed } of shown.shown) left.delete(listed.object_key);
      used.set(key, segment);
      loaded.push(shown);
    }
    return loaded;
  }

  async #loadOwn(
    listed: readonly ListedSegment[],
    used: Map<string, Segment>,
  ): Promise<readonly LoadedSegment[] | undefined> {
    const loaded: LoadedSegment[] = [];
    const keys = listed.map(({ object_key }) => object_key);
    const segments = new Map(await this.#readAll(keys, PARALLEL_OWN));
    for (const entry of listed) {
      const segment = segments.get(entry.object_key);
      if (!segment) return undefined;
      used.set(entry.object_key, segment);
      loaded.push(loadOwn(entry, segment));
    }
    return loaded;
  }

  async #readAll(keys: readonly string[], atOnce: number) {
    const read: (readonly [string, Segment | undefined])[] = [];
    for (let at = 0; at < keys.length; at += atOnce) {
      const batch = keys.slice(at, at + atOnce);
      read.push(
        ...(await Promise.all(batch.map(async (key) => [key, await this.#read(key)] as const))),
      );
    }
    return read;
  }

  async #read(key: string): Promise<Segment | undefined> {
    const known = this.#known.get(key);
    if (known) return known;
    const bytes = await this.#objects.get(this.#tenant, key);
    if (!bytes) return undefined;
    const segment = decodeSegment(bytes);
    this.#known.set(key, segment);
    return segment;
  }
}
