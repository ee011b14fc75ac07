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
  const names = namesIn(question);
  const weigh = (term: string) =>
    (chunks.rarity(term) || unknown) * (names.has(term) ? NAME_WEIGHT : 1);
  const weights = new Map([...terms].map((term) => [term, weigh(term)]));
  return { weights, wantsNumber: NUMBER_QUESTION.test(question) };
}

/** An answer may use other verbs than its question, but it is about the same names and numbers. */
const NAME_WEIGHT = 1.5;

/** Terms of words with a capital or a digit; every first word has a capital. */
function namesIn(question: string): ReadonlySet<string> {
  const words = question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const names = words.filter((word, at) => (at > 0 ? NAME : SURE_NAME).test(word));
  return new Set(names.flatMap(termsOf));
}

const NAME = /^\p{Lu}|\p{N}/u;
const SURE_NAME = /^\p{Lu}{2}|\p{N}/u;

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

const SHORTEST_STEM = 4;
const STEM_SHARE = 0.75;

/**
 * What a word in another form counts, 0 … 1: "schließen" for "schließt". Languages without a stemmer
 * here bend the ends of their words, and German joins words: as much as is common counts above half.
 */
function inflected(term: string, passage: ReadonlySet<string>): number {
  if (term.length < SHORTEST_STEM) return 0;
  const stem = term.slice(0, SHORTEST_STEM);
  let best = 0;
  for (const word of passage) if (word.startsWith(stem)) best = Math.max(best, alike(term, word));
  return best;
}

function alike(term: string, word: string): number {
  const common = commonBeginning(term, word);
  if (common < Math.min(term.length, word.length) * STEM_SHARE) return 0;
  return (1 + common / Math.max(term.length, word.length)) / 2;
}

function commonBeginning(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
