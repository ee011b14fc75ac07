import type { Grammar } from '../grammar.ts';
import { MARK, withMark } from './marks.ts';
import { numberWords } from './number-words.ts';
import { type NumberRead, type Reading, within } from './reading.ts';

/** Marks every number, in digits or in words. */
export function readNumbers(reading: Reading): Reading {
  const digits = inDigits(reading).map((number) => multiplied(reading, number));
  const words = numberWords(reading.text, reading.grammar.numbers);
  const apart = words.filter(
    (word) => !digits.some(({ start, end }) => within(word, { start, end })),
  );
  const found = [...digits, ...apart];
  const numbers = found.toSorted((a, b) => a.start - b.start);
  const text = numbers.reduce(
    (marked, number) => withMark(marked, number, MARK.number, MARK.numberRest),
    reading.text,
  );
  return { ...reading, text, numbers };
}

/** "2 dozen", "3 thousand": digits that a word multiplies. */
function multiplied({ text, grammar }: Reading, number: NumberRead): NumberRead {
  const [whole, word = ''] = /^\s(\p{L}[\p{L}\p{M}]*)/u.exec(text.slice(number.end)) ?? [''];
  const { multipliers } = grammar.numbers;
  const factor = Object.hasOwn(multipliers, word) ? multipliers[word] : undefined;
  if (factor === undefined) return number;
  return { ...number, end: number.end + whole.length, value: number.value * factor };
}

const digitPatterns = new Map<string, RegExp>();

/** Digits that are a number of their own: no part of a code, a date, a version or a time. */
function digitsPattern(groupSeparators: string): RegExp {
  const known = digitPatterns.get(groupSeparators);
  if (known) return known;
  const point = [...'.,'].filter((mark) => !groupSeparators.includes(mark)).join('');
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_#]|\\p{N}[.,:/])(?:\\d{1,3}(?:[${groupSeparators}]\\d{3})+|\\d+)(?:[${point}]\\d+)?k?(?:ish)?(?![\\p{L}\\p{N}_]|[.,:/]\\d)`,
    'gu',
  );
  digitPatterns.set(groupSeparators, pattern);
  return pattern;
}

function inDigits({ text, grammar }: Reading): NumberRead[] {
  const { groupSeparators } = grammar.numbers;
  return Array.from(text.matchAll(digitsPattern(groupSeparators)), ({ index, 0: digits }) => {
    const value = parseDigits(digits, groupSeparators);
    const sign = isNegative(text.slice(0, index), grammar) ? -1 : 1;
    return { start: index, end: index + digits.length, value: sign * value, spelled: false };
  });
}

/** A minus sign stands free on its left, and before the first of two values; else a dash is a range. */
function isNegative(before: string, grammar: Grammar): boolean {
  if (/(?:^|[\s(:=,])-$/.test(before)) return !/[\p{N}\uE000-\uE003]\s*-$/u.test(before);
  const { minus = [] } = grammar.numbers;
  return minus.some((word) => new RegExp(`(?<!\\p{L})${word}\\s$`, 'u').test(before));
}

/** `4,500`, `1.500`, `1 000` by the language's separators. A fraction stays one: it fills no count. */
function parseDigits(digits: string, groupSeparators: string): number {
  const exact = digits.replace(/ish$/, '');
  const thousands = exact.endsWith('k') ? 1000 : 1;
  const units = exact.replace(/k$/, '');
  // Three digits behind each point are thousands wherever one writes them: nobody counts 1.500 people.
  if (/^\d{1,3}(?:\.\d{3})+$/.test(units)) return Number(units.replaceAll('.', ''));
  const plain = [...units].filter((unit) => !groupSeparators.includes(unit)).join('');
  return Number(plain.replace(',', '.')) * thousands;
}
