import { termsOf } from '../terms.ts';
import type { RankedChunk } from './re-rank.ts';

/** Shared terms of two chunks, as a share of all of theirs, from which they say the same. */
const SAME_CONTENT = 0.8;
/** What repeating a better chunk costs, once: enough to let a near tie that says more go first. */
const REPETITION = 0.05;
/** Chunks that are looked at for each that is wanted. */
const DEPTH = 3;

/** The best chunks, those that repeat a better one moved down: nothing found is lost. */
export function diversify(ranked: readonly RankedChunk[], limit: number): readonly RankedChunk[] {
  const pool = ranked.slice(0, limit * DEPTH).map(withTerms);
  const chosen: ComparableChunk[] = [];
  while (chosen.length < limit) {
    const best = takeBest(pool);
    if (!best) break;
    chosen.push(best);
    for (const chunk of pool) lowerIfRepeating(chunk, best);
  }
  return chosen.map(({ match, score, similarity }) => ({ match, score, similarity }));
}

interface ComparableChunk extends Omit<RankedChunk, 'score'> {
  score: number;
  repeats: boolean;
  readonly terms: ReadonlySet<string>;
}

const withTerms = (chunk: RankedChunk): ComparableChunk => ({
  ...chunk,
  repeats: false,
  terms: new Set(termsOf(chunk.match.chunk.text)),
});

/** Removes the first of the highest score. */
function takeBest(pool: ComparableChunk[]): ComparableChunk | undefined {
  const highest = Math.max(...pool.map(({ score }) => score));
  const at = pool.findIndex(({ score }) => score === highest);
  return at === -1 ? undefined : pool.splice(at, 1)[0];
}

function lowerIfRepeating(chunk: ComparableChunk, better: ComparableChunk): void {
  if (chunk.repeats || !saySame(chunk.terms, better.terms)) return;
  chunk.repeats = true;
  chunk.score = Math.max(0, chunk.score - REPETITION);
}

function saySame(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const [smaller, larger] = left.size < right.size ? [left, right] : [right, left];
  // Cheaper than counting, and true for most pairs: sizes too far apart cannot overlap enough.
  if (smaller.size < larger.size * SAME_CONTENT) return false;
  const shared = [...smaller].filter((term) => larger.has(term)).length;
  return shared >= SAME_CONTENT * (smaller.size + larger.size - shared);
}
