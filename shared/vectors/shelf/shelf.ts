import { createHash } from 'node:crypto';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import type { DocumentFacts, IndexedDocument } from '../indexed-document.ts';
import { refuseBadVectors } from '../refuse-bad-vectors.ts';
import type { StoredVersion, StoreUsage, VectorStore } from '../vector-store.ts';
import { buildSegment } from './segment.ts';
import { SegmentCache } from './segment-cache.ts';
import { encodeSegment } from './segment-codec.ts';
import { listSegment, readGeneration, readSegments, unlistSegment } from './segment-list.ts';
import { type SegmentObjects, segmentKey } from './segment-objects.ts';
import { ShelfView } from './shelf-view.ts';

/** Chunks of one tenant up to which the shelf answers in time; above, a vector database is due. */
const SHELF_CHUNK_LIMIT = 50_000;

export interface ShelfDeps {
  readonly table: Table;
  readonly objects: SegmentObjects;
}

/**
 * The vector store that is always there: segments in object storage, the list of them in the table,
 * searched exactly in memory. The list is the commit; objects are only ever added and, later, freed.
 */
export class Shelf implements VectorStore<ShelfView> {
  readonly #deps: ShelfDeps;
  readonly #cache: SegmentCache;

  constructor(deps: ShelfDeps) {
    this.#deps = deps;
    this.#cache = new SegmentCache(deps);
  }

  async stage(tenant: Tenant, document: IndexedDocument): Promise<StoredVersion> {
    refuseBadVectors(document);
    const { document_id, version, chunks } = document;
    const bytes = encodeSegment(buildSegment(document));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const object_key = segmentKey(tenant, document_id, version, hash);
    await this.#deps.objects.put(tenant, object_key, bytes);
    return { document_id, version, object_key, chunk_count: chunks.length };
  }

  publish(stored: StoredVersion, facts: DocumentFacts): readonly Write[] {
    return listSegment({ ...stored, facts });
  }

  withdraw(documentId: string): readonly Write[] {
    return unlistSegment(documentId);
  }

  async usage(tenant: Tenant, besides: string): Promise<StoreUsage> {
    const listed = await readSegments(this.#deps.table, tenant);
    const others = listed.filter(({ document_id }) => document_id !== besides);
    const chunks = others.reduce((sum, { chunk_count }) => sum + chunk_count, 0);
    return { chunks, limit: SHELF_CHUNK_LIMIT };
  }

  async discard(tenant: Tenant, { object_key }: StoredVersion): Promise<void> {
    await this.#deps.objects.delete(tenant, object_key);
  }

  /** What is published now: one small read when nothing has changed since this instance last looked. */
  async open(tenant: Tenant): Promise<ShelfView> {
    const generation = await readGeneration(this.#deps.table, tenant);
    if (generation === 0) return NOTHING_YET;
    return this.#cache.view(tenant, generation);
  }
}

/** A list that never changed holds nothing: it need not be read. */
const NOTHING_YET = new ShelfView([]);
