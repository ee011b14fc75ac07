import { termsOf } from '#shared/knowledge/terms.ts';
import type { RetrievalSet } from './retrieval-set.ts';

const K1 = 1.2;
const B = 0.75;

/**
 * BM25 as textbooks have it (Robertson and Zaragoza 2009, k1 1.2, b .75; Porter's stems, English
 * stop words) and nothing else: what search is held against. Gives the ids of the ten best.
 */
export function textbookBm25(set: RetrievalSet): (question: string) => readonly string[] {
  const passages = set.passages.map(({ title, text }) => termsOf(`${title}\n${text}`));
  const average = passages.reduce((sum, { length }) => sum + length, 0) / passages.length;
  const frequencies = passages.map(countEach);
  const holding = countEach(frequencies.flatMap((counts) => [...counts.keys()]));
  const rarity = (term: string) => {
    const count = holding.get(term) ?? 0;
    return Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
  };
  const gain = (at: number, term: string) => {
    const count = frequencies[at]?.get(term) ?? 0;
    const length = passages[at]?.length ?? 0;
    return (rarity(term) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
  };
  return (question) => {
    const terms = [...new Set(termsOf(question))];
    return set.passages
      .map(({ id }, at) => ({ id, score: terms.reduce((sum, term) => sum + gain(at, term), 0) }))
      .filter(({ score }) => score > 0)
      .sort((left, right) => right.score - left.score)
      .slice(0, 10)
      .map(({ id }) => id);
  };
}

function countEach(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
