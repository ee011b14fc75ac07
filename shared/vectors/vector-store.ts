import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Write } from '#shared/store/write.ts';
import type { DocumentFacts, IndexedDocument, StoredChunk } from './indexed-document.ts';

/** A document version that is stored, whether or not it is published. */
export interface StoredVersion {
  readonly document_id: string;
  readonly version: number;
  readonly object_key: string;
  readonly chunk_count: number;
}

export interface StoreUsage {
  readonly chunks: number;
  readonly limit: number;
}

export interface VectorQuery {
  readonly spaceId: string;
  readonly vector: Float32Array;
  readonly limit: number;
  readonly filter?: Filter;
}

/** Every name must match; one of its values is enough. `document_id` is always there. */
export type Filter = Readonly<Record<string, readonly string[]>>;

export interface ChunkMatch {
  /** Higher is closer. */
  readonly score: number;
  readonly document_id: string;
  readonly version: number;
  readonly facts: DocumentFacts;
  readonly chunk: StoredChunk;
}

/** A tenant's published chunks at one moment. */
export interface VectorView {
  /**
   * The nearest chunks by cosine, nearest first: exact, never fewer than min(limit, matches).
   * Chunks without a vector of the space are not compared at all.
   * @throws RangeError when the query has another width than the space
   */
  nearest(query: VectorQuery): Promise<readonly ChunkMatch[]>;
}

/**
 * Port to where vectors are. A version is first stored, where no search sees it, and then published
 * by writes that belong into the caller's transaction: that is the commit.
 */
export interface VectorStore<View extends VectorView = VectorView> {
  /** Stores a version unseen. Repeating it with the same content changes nothing. */
  stage(tenant: Tenant, document: IndexedDocument): Promise<StoredVersion>;
  /** Makes a version what search sees of its document, in place of the one before. */
  publish(stored: StoredVersion, facts: DocumentFacts): readonly Write[];
  /** Takes a document out of search. */
  withdraw(documentId: string): readonly Write[];
  /** Chunks that search sees of all documents but this one, and how many of all it can take. */
  usage(tenant: Tenant, besides: string): Promise<StoreUsage>;
  /** Frees what a version holds that no search can see any more. */
  discard(tenant: Tenant, stored: StoredVersion): Promise<void>;
  open(tenant: Tenant): Promise<View>;
}
