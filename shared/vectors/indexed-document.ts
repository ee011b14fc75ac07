import * as z from 'zod';

/** Values that search can filter by: `{ tags: ['fire', 'night'] }`. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** One chunk, as it is stored beside its vectors and found again. Wire shape. */
export interface StoredChunk {
  readonly ordinal: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly heading_path: readonly string[];
  readonly hash: string;
}

/** A chunk that is read back, from wherever it was stored. */
export const storedChunk = z.object({
  ordinal: z.int(),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  page: z.int().nullable(),
  heading_path: z.array(z.string()),
  hash: z.string(),
});

interface IndexedChunk {
  readonly chunk: StoredChunk;
  /** What keyword search compares, in the order of the text. */
  readonly terms: readonly string[];
}

/** A document version with everything that search needs of it. */
export interface IndexedDocument {
  readonly document_id: string;
  readonly version: number;
  readonly chunks: readonly IndexedChunk[];
  /** By vector space: one vector per chunk, in their order. */
  readonly vectors: Readonly<Record<string, readonly Float32Array[]>>;
}

/** What is said of a whole document; it can change without indexing it again. */
export interface DocumentFacts {
  readonly title: string;
  readonly attributes: Attributes;
}
