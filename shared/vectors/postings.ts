import { findText, type PackedTexts, packTexts } from './packed-texts.ts';

/**
 * Which chunks hold which term how often, in flat arrays: the postings of term t are at
 * `offsets[t] … offsets[t + 1]`. Loads without building anything.
 */
export interface Postings {
  /** In the order of `<`. */
  readonly terms: PackedTexts;
  readonly offsets: Uint32Array;
  /** Rows of chunks, rising within a term. */
  readonly chunks: Uint32Array;
  /** No more than 255: what a term adds to a score hardly grows long before. */
  readonly counts: Uint8Array;
  /** Terms of each chunk, repetitions counted. */
  readonly lengths: Uint32Array;
}

export function buildPostings(termsOfChunks: readonly (readonly string[])[]): Postings {
  const byTerm = new Map<string, Map<number, number>>();
  for (const [chunk, terms] of termsOfChunks.entries()) {
    for (const term of terms) countTerm(byTerm, term, chunk);
  }
  const terms = [...byTerm.keys()].sort();
  const postings = terms.map((term) => byTerm.get(term) ?? new Map<number, number>());
  const all = postings.flatMap((counts) => [...counts]);
  return {
    terms: packTexts(terms),
    offsets: runningTotals(postings.map(({ size }) => size)),
    chunks: Uint32Array.from(all, ([chunk]) => chunk),
    counts: Uint8Array.from(all, ([, count]) => Math.min(count, MOST_COUNTED)),
    lengths: Uint32Array.from(termsOfChunks, ({ length }) => length),
  };
}

const MOST_COUNTED = 255;

/** Where the postings of a term begin and end; an empty range when no chunk holds it. */
export function findPostings({ terms, offsets }: Postings, term: string): PostingRange {
  const at = findText(terms, term);
  return at === -1 ? { from: 0, to: 0 } : { from: offsets[at] ?? 0, to: offsets[at + 1] ?? 0 };
}

export interface PostingRange {
  readonly from: number;
  readonly to: number;
}

/** Each the sum of the sizes before it; one more than there are sizes. */
export function runningTotals(sizes: readonly number[]): Uint32Array {
  const totals = new Uint32Array(sizes.length + 1);
  for (const [at, size] of sizes.entries()) totals[at + 1] = (totals[at] ?? 0) + size;
  return totals;
}

function countTerm(byTerm: Map<string, Map<number, number>>, term: string, chunk: number): void {
  const counts = byTerm.get(term) ?? new Map<number, number>();
  counts.set(chunk, (counts.get(chunk) ?? 0) + 1);
  byTerm.set(term, counts);
}
