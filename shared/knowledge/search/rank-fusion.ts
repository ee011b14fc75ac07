/** Cormack, Clarke and Büttcher 2009: with 60, the first places count without deciding alone. */
const K = 60;

export interface Ranking<Value> {
  readonly weight: number;
  /** Best first. */
  readonly values: readonly Value[];
}

/**
 * Reciprocal rank fusion: Σ weight / (60 + rank), as a share of what a value would have that is
 * first in every ranking. Values are the same when their keys are; best first, ties by first mention.
 */
export function fuseRankings<Value>(
  rankings: readonly Ranking<Value>[],
  keyOf: (value: Value) => string,
): readonly { readonly value: Value; readonly similarity: number }[] {
  const most = rankings.reduce((sum, { weight }) => sum + weight, 0) / (K + 1);
  const fused = new Map<string, { value: Value; sum: number }>();
  for (const { weight, values } of rankings) {
    for (const [index, value] of values.entries()) {
      const entry = fused.get(keyOf(value)) ?? { value, sum: 0 };
      entry.sum += weight / (K + index + 1);
      fused.set(keyOf(value), entry);
    }
  }
  return (
    [...fused.values()]
      // Rounding must not make a share of more than all.
      .map(({ value, sum }) => ({ value, similarity: Math.min(1, sum / most) }))
      .sort((left, right) => right.similarity - left.similarity)
  );
}
