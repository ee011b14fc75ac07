import { type CorpusStatistics, termScore } from '../bm25.ts';
import { findPostings } from '../postings.ts';
import type { Segment } from './segment.ts';

/** The BM25 score of every chunk of a segment; `weights` holds the rarity of each term. */
export function keywordScores(
  statistics: CorpusStatistics,
  { postings }: Segment,
  weights: ReadonlyMap<string, number>,
): Float64Array {
  const { chunks, counts, lengths } = postings;
  const scores = new Float64Array(lengths.length);
  for (const [term, weight] of weights) {
    const { from, to } = findPostings(postings, term);
    for (let at = from; at < to; at += 1) {
      const row = chunks[at] ?? 0;
      const gain = termScore(statistics, weight, counts[at] ?? 0, lengths[row] ?? 0);
      scores[row] = (scores[row] ?? 0) + gain;
    }
  }
  return scores;
}
