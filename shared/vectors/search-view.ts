import type { ChunkMatch, Filter, VectorView } from './vector-store.ts';

export interface KeywordQuery {
  /** Each counts once. */
  readonly terms: readonly string[];
  readonly limit: number;
  readonly filter?: Filter;
}

/** How many of the chunks that a filter admits can be compared in a space. */
export interface Coverage {
  readonly chunks: number;
  readonly withVector: number;
}

/** A tenant's published chunks at one moment, for hybrid search. */
export interface SearchView extends VectorView {
  readonly chunkCount: number;
  /** The best chunks by BM25 that hold at least one of the terms; rarity counts over all chunks. */
  matching(query: KeywordQuery): readonly ChunkMatch[];
  /** How rare a term is among the tenant's chunks; 0 when there is none with it. */
  rarity(term: string): number;
  coverage(spaceId: string, filter?: Filter): Coverage;
}
