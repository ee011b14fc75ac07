import { CLAIM_WORDS, type WordKind } from './claim-words.ts';
import { alternatives, wholeWords } from './word-pattern.ts';

/** A word of ours in a sentence, or a number or a time. */
export interface Token {
  readonly kind: WordKind | 'time' | 'number';
  /** Times as `HH:MM`, digits as ASCII. */
  readonly text: string;
  /** First and last word of it in the sentence, counted from 0. */
  readonly at: number;
  readonly end: number;
}

/** The words of a sentence (NFC) that claims are made of, in order. */
export function scan(sentence: string): readonly Token[] {
  const text = withAsciiDigits(sentence).toLowerCase();
  const tokens: Token[] = [];
  for (const { index, 0: found, groups = {} } of text.matchAll(TOKEN)) {
    const at = wordsIn(text.slice(0, index));
    const place = { at, end: at + wordsIn(found) - 1 };
    const kind = KINDS.find((each) => groups[each] !== undefined);
    if (kind) tokens.push({ kind, text: found, ...place });
    else if (groups['number']) tokens.push({ kind: 'number', text: found, ...place });
    else tokens.push({ kind: 'time', text: timeOf(found), ...place });
  }
  return tokens;
}

export const ofKind = (tokens: readonly Token[], kind: Token['kind']): readonly Token[] =>
  tokens.filter((token) => token.kind === kind);

export const hasKind = (tokens: readonly Token[], kind: Token['kind']): boolean =>
  tokens.some((token) => token.kind === kind);

/** Words between two tokens, whichever comes first. */
export const gap = (one: Token, other: Token): number =>
  one.at < other.at ? other.at - one.end - 1 : one.at - other.end - 1;

const wordsIn = (text: string): number => text.match(/[\p{L}\p{M}\p{N}:.]+/gu)?.length ?? 0;

const DIGITS = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९';
const withAsciiDigits = (text: string): string =>
  text.replaceAll(/[٠-٩۰-۹०-९]/g, (digit) => String(DIGITS.indexOf(digit) % 10));

const isKind = (name: string): name is WordKind => Object.hasOwn(CLAIM_WORDS, name);
const KINDS = Object.keys(CLAIM_WORDS).filter(isKind);

/** With minutes, or with a word that says it is a time: "80" is none. */
const TIME =
  '(?:[01]?\\d|2[0-4])[:.h][0-5]\\d(?![.:/-]?\\d)(?:\\s*[ap]\\.?m\\b\\.?)?|(?:1?\\d|2[0-4])\\s*(?:[ap]\\.?m\\b\\.?|uhr|h)';
const NUMBER = '\\d{1,5}(?![.,:/-]?\\d|\\s*(?:%|€|\\$|m|km|cm|kg|min|minutes?)(?![\\p{L}]))';

// What bounds ("no more than") comes before what limits ("no").
const TOKEN = wholeWords(
  [
    ...KINDS.map((kind) => `(?<${kind}>${alternatives(CLAIM_WORDS[kind])})`),
    `(?<time>${TIME})`,
    `(?<number>${NUMBER})`,
  ].join('|'),
);

/** `7 pm` → `19:00`, `6h30` → `06:30`, `24:00` → `00:00`. */
function timeOf(text: string): string {
  const [hours = '0', minutes = '00'] = text.match(/\d+/g) ?? [];
  const half = /([ap])\.?m/.exec(text)?.[1];
  const base = half ? Number(hours) % 12 : Number(hours) % 24;
  return `${String(base + (half === 'p' ? 12 : 0)).padStart(2, '0')}:${minutes}`;
}
