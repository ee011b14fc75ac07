import { inverseFrequency } from '#shared/vectors/bm25.ts';
import type { SearchView } from '#shared/vectors/search-view.ts';
import { termsOf } from '../terms.ts';

/** What a question asks for: its terms, each with how much it tells. */
export interface Question {
  readonly text: string;
  readonly weights: ReadonlyMap<string, number>;
}

type TermRarity = Pick<SearchView, 'chunkCount' | 'rarity'>;

/** How much each term tells among a tenant's chunks; one that no chunk holds tells the most. */
export function weighQuestion(text: string, chunks: TermRarity): Question {
  const unknown = inverseFrequency({ chunkCount: chunks.chunkCount, averageLength: 1 }, 0);
  const terms = [...new Set(termsOf(text))];
  return { text, weights: new Map(terms.map((term) => [term, chunks.rarity(term) || unknown])) };
}

/** The share of the question's weight that stands in a text, 0 … 1. */
export function overlapWith({ weights }: Question, terms: ReadonlySet<string>): number {
  let [found, all] = [0, 0];
  for (const [term, weight] of weights) {
    all += weight;
    if (terms.has(term)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
