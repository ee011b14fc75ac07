const DEPTH = 10;

/** nDCG@10 with linear gains. */
export function ndcg(found: readonly string[], gains: ReadonlyMap<string, number>): number {
  const ideal = dcg([...gains.values()].sort((left, right) => right - left));
  return ideal === 0 ? 0 : dcg(found.map((id) => gains.get(id) ?? 0)) / ideal;
}

/** The share of right passages among the first ten. */
export function recall(found: readonly string[], gains: ReadonlyMap<string, number>): number {
  const hits = found.slice(0, DEPTH).filter((id) => gains.has(id)).length;
  return gains.size === 0 ? 0 : hits / gains.size;
}

const dcg = (gains: readonly number[]): number =>
  gains.slice(0, DEPTH).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The 95 % interval of the mean of paired differences, by 2,000 resamples of a fixed seed. */
export function bootstrapInterval(differences: readonly number[]): readonly [number, number] {
  const random = seeded(42);
  const means = Array.from({ length: 2000 }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  ).sort((left, right) => left - right);
  return [means[50] ?? 0, means[1949] ?? 0];
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
