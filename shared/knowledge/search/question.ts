import { termsOf } from '../terms.ts';

/** What a question asks for: its terms, each with how much it tells. */
export interface Question {
  readonly text: string;
  readonly weights: ReadonlyMap<string, number>;
}

/** `rarityOf` is 0 for what no document holds; such a term still says what the question is about. */
export function weighQuestion(text: string, rarityOf: (term: string) => number): Question {
  const terms = [...new Set(termsOf(text))];
  return { text, weights: new Map(terms.map((term) => [term, rarityOf(term)])) };
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
