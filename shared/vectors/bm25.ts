/** Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", section 3.3. */
const K1 = 1.2;
/** Chunks are of one size by intention, so length tells less than in whole documents (.75 there). */
const B = 0.5;

export interface CorpusStatistics {
  readonly chunkCount: number;
  /** Mean number of terms of a chunk. */
  readonly averageLength: number;
}

/** How rare a term is: never negative, so that a term in every chunk does no harm. */
export const inverseFrequency = ({ chunkCount }: CorpusStatistics, chunksWithTerm: number) =>
  Math.log(1 + (chunkCount - chunksWithTerm + 0.5) / (chunksWithTerm + 0.5));

/** What one term adds to a chunk's score: `count` occurrences among `length` terms. */
export function termScore(
  { averageLength }: CorpusStatistics,
  inverse: number,
  count: number,
  length: number,
): number {
  const saturation = K1 * (1 - B + (B * length) / averageLength);
  return (inverse * count * (K1 + 1)) / (count + saturation);
}
