import { inverseFrequency } from '#shared/vectors/bm25.ts';
import { termsOf } from '../terms.ts';
import { isAsking } from './asking-words.ts';

/** A question, as something that a passage answers in part or not at all. */
export interface AskedQuestion {
  /** What it is about: each term with how much it tells. */
  readonly weights: ReadonlyMap<string, number>;
  /** Whether the answer should hold a number, a date or a time. */
  readonly wantsNumber: boolean;
}

export interface TermRarity {
  readonly chunkCount: number;
  rarity(term: string): number;
}

/**
 * Weighs a question against a tenant's chunks. A term that no chunk holds tells the most: it is why
 * a question about something else is not answered with whatever shares its other words.
 */
export function readQuestion(question: string, chunks: TermRarity): AskedQuestion {
  const terms = new Set(termsOf(question).filter((term) => !isAsking(term)));
  const { chunkCount } = chunks;
  const unknown = inverseFrequency({ chunkCount, averageLength: 1 }, 0);
  const weights = new Map([...terms].map((term) => [term, chunks.rarity(term) || unknown]));
  return { weights, wantsNumber: NUMBER_QUESTION.test(question) };
}

const NUMBER_QUESTION =
  /\b(how (many|much|long|often|old|far|late|early)|when|what (time|date|year)|hours?|cu[aá]ndo|cu[aá]nt[oa]s?|hora|combien|quand|heure|wann|wie ?(viele?|lange|oft)|uhr)\b|कब|कितन|बजे|متى|كم/iu;

/** Parts of the question's weight, per term, that a passage of these terms has. */
export function coveredTerms(
  { weights }: AskedQuestion,
  passage: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const covered = new Map<string, number>();
  for (const [term, weight] of weights) {
    const share = passage.has(term) ? 1 : inflected(term, passage);
    if (share > 0) covered.set(term, share * weight);
  }
  return covered;
}

/** The share of the question's whole weight in what is covered, 0 … 1. */
export function coverageOf({ weights }: AskedQuestion, covered: ReadonlyMap<string, number>) {
  const all = sum(weights.values());
  return all === 0 ? 0 : sum(covered.values()) / all;
}

const INFLECTED_SHARE = 0.7;

/** "schließen" for "schließt": languages without a stemmer here bend the ends of their words. */
function inflected(term: string, passage: ReadonlySet<string>): number {
  if (term.length < 5) return 0;
  const beginning = term.slice(0, Math.ceil(term.length * INFLECTED_SHARE));
  for (const word of passage) if (word.startsWith(beginning)) return INFLECTED_SHARE;
  return 0;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
