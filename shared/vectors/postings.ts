/**
 * Which chunks hold which term how often, in three flat arrays: the postings of `terms[t]` are at
 * `offsets[t] … offsets[t + 1]`. Loads without building anything.
 */
export interface Postings {
  readonly terms: readonly string[];
  readonly offsets: Uint32Array;
  readonly chunks: Uint32Array;
  readonly counts: Uint32Array;
  /** Terms of each chunk, repetitions counted. */
  readonly lengths: Uint32Array;
}

export function buildPostings(termsOfChunks: readonly (readonly string[])[]): Postings {
  const byTerm = new Map<string, Map<number, number>>();
  for (const [chunk, terms] of termsOfChunks.entries()) {
    for (const term of terms) countTerm(byTerm, term, chunk);
  }
  const postings = [...byTerm.values()].flatMap((counts) => [...counts]);
  const offsets = new Uint32Array(byTerm.size + 1);
  for (const [at, counts] of [...byTerm.values()].entries())
    offsets[at + 1] = (offsets[at] ?? 0) + counts.size;
  return {
    terms: [...byTerm.keys()],
    offsets,
    chunks: Uint32Array.from(postings, ([chunk]) => chunk),
    counts: Uint32Array.from(postings, ([, count]) => count),
    lengths: Uint32Array.from(termsOfChunks, (terms) => terms.length),
  };
}

function countTerm(byTerm: Map<string, Map<number, number>>, term: string, chunk: number): void {
  const counts = byTerm.get(term) ?? new Map<number, number>();
  counts.set(chunk, (counts.get(chunk) ?? 0) + 1);
  byTerm.set(term, counts);
}
