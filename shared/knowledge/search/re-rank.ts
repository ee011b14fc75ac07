import type { ChunkMatch } from '#shared/vectors/vector-store.ts';
import { authorityWeight } from '../authority.ts';

/** PRODUCT section 8. */
const WEIGHTS = { similarity: 0.7, overlap: 0.2, authority: 0.1 } as const;

/** All three 0 … 1, but for the authority, which its document says. */
export interface Candidate {
  readonly match: ChunkMatch;
  /** What fusion gave it. */
  readonly similarity: number;
  /** Shared terms by their rarity: its keyword score as a share of the best one. */
  readonly overlap: number;
}

export interface RankedChunk {
  readonly match: ChunkMatch;
  /** 0 … 1 */
  readonly score: number;
  /** What fusion gave it, 0 … 1. */
  readonly similarity: number;
}

/** Orders candidates by similarity, shared terms and authority, best first. */
export const reRank = (candidates: readonly Candidate[]): readonly RankedChunk[] =>
  candidates
    .map(({ match, similarity, overlap }) => {
      const authority = authorityWeight(match.facts.attributes['authority']?.[0]);
      const score =
        WEIGHTS.similarity * similarity + WEIGHTS.overlap * overlap + WEIGHTS.authority * authority;
      return { match, score, similarity };
    })
    .sort((left, right) => right.score - left.score);
