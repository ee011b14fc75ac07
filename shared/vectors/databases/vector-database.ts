import type { Tenant } from '#shared/runtime/tenant.ts';

/** The vector databases that the product can keep vectors in, besides its own shelf. */
export const DATABASE_NAMES = ['pgvector', 'postgres-array', 'pinecone', 'chroma'] as const;
export type DatabaseName = (typeof DATABASE_NAMES)[number];

export interface DocumentVersion {
  readonly document_id: string;
  readonly version: number;
}

/**
 * A document version as it was staged. Two workers may stage a version with different contents, of
 * which one is published: the content tells them apart.
 */
export interface VersionRef extends DocumentVersion {
  /** Of what was staged: letters and digits. */
  readonly content: string;
}

/** One chunk's vector: L2-normalised, never all zero. */
export interface VectorRow {
  /** Which of the version's chunks, counted from 0. */
  readonly ordinal: number;
  readonly vector: Float32Array;
}

/** A version's vectors of one space, all of one width. */
export interface VersionVectors extends VersionRef {
  readonly spaceId: string;
  readonly rows: readonly VectorRow[];
}

export interface NearestQuery {
  readonly spaceId: string;
  readonly vector: Float32Array;
  readonly limit: number;
  /** No other versions are compared. */
  readonly among: readonly VersionRef[];
}

export interface NearRow extends VersionRef {
  readonly ordinal: number;
  /** Cosine. */
  readonly score: number;
}

/** Vectors of one version in one space, as a database counts them. */
export interface KeptVectors extends VersionRef {
  readonly spaceId: string;
  readonly vectors: number;
}

/**
 * Port to a database of vectors. It knows nothing of documents, their labels or whether they are
 * published: who asks names the versions that may be seen.
 */
export interface VectorDatabase {
  readonly name: DatabaseName;
  /**
   * Puts all vectors of a version and space in place of those that were there. When it returns, a
   * search sees all of them. Repeating it changes nothing.
   */
  upsert(tenant: Tenant, version: VersionVectors): Promise<void>;
  /** The nearest by cosine, nearest first: exact, never fewer than min(limit, vectors among). */
  nearest(tenant: Tenant, query: NearestQuery): Promise<readonly NearRow[]>;
  /** A version's vectors in the order of their ordinals; none where nothing is kept of the space. */
  read(tenant: Tenant, version: VersionRef, spaceId: string): Promise<readonly VectorRow[]>;
  /** Frees a version in every space: one content of it, or all. Repeating it changes nothing. */
  remove(tenant: Tenant, version: DocumentVersion, content?: string): Promise<void>;
  /** All that is kept of a tenant, in any order, published or not. */
  versions(tenant: Tenant): AsyncIterable<KeptVectors>;
  /** Lets go of connections, where there are any. */
  close?(): Promise<void>;
}

/** The databases of a deployment, and where tenants begin that no migration has moved. */
export interface ConnectedDatabases {
  readonly preferred: DatabaseName | 'shelf';
  readonly connected: readonly VectorDatabase[];
}
