import type { NumberGrammar } from '../grammar.ts';
import type { NumberRead } from './reading.ts';

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words longer than this do not make up one entry of a number list ("quatre vingt dix sept"). */
const LONGEST_ENTRY = 4;

/** Numbers that are written in words: "two hundred and ten", "thirty-five", "a dozen". */
export function numberWords(text: string, grammar: NumberGrammar): NumberRead[] {
  const words = Array.from(text.matchAll(/[\p{L}\p{M}]+/gu), ({ index, 0: word }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  const found: NumberRead[] = [];
  for (let at = 0; at < words.length; ) {
    const run = runFrom(words, at, text);
    const { value, length } = longestNumber(run, grammar);
    const [first, last] = [words[at], words[at + length - 1]];
    if (length > 0 && first && last) {
      found.push({ start: first.start, end: last.end, value, spelled: true });
    }
    at += Math.max(1, length);
  }
  return found;
}

/** The words from here that nothing but spaces and hyphens separates. */
function runFrom(words: readonly Word[], first: number, text: string): string[] {
  const run: string[] = [];
  for (let at = first; at < words.length && run.length < 12; at += 1) {
    const [before, word] = [words[at - 1], words[at]];
    if (at > first && !/^[\s-]*$/.test(text.slice(before?.end, word?.start))) break;
    run.push(word?.text ?? '');
  }
  return run;
}

interface Sum {
  /** Closed groups: thousands. */
  readonly total: number;
  /** The group being read; null before its first word. */
  readonly group: number | null;
  readonly length: number;
}

/**
 * Adds up words until one does not fit: "two hundred and ten" is (2 × 100) + 10. A second word of the
 * same size ends the number, so that "nine thirty" stays two numbers.
 */
function longestNumber(run: readonly string[], grammar: NumberGrammar) {
  let sum: Sum = { total: 0, group: null, length: 0 };
  for (let at = 0; at < run.length; ) {
    const joiner = sum.length > 0 && at === sum.length && grammar.joiners.includes(run[at] ?? '');
    const from = joiner ? at + 1 : at;
    const grown = grow(sum, run.slice(from), grammar, from);
    if (!grown) break;
    sum = grown;
    at = grown.length;
  }
  return { value: sum.total + (sum.group ?? 0), length: sum.length };
}

function grow(sum: Sum, rest: readonly string[], grammar: NumberGrammar, from: number): Sum | null {
  const multiplier = grammar.multipliers[rest[0] ?? ''];
  if (multiplier !== undefined) return multiplied(sum, multiplier, from + 1);
  for (let count = Math.min(LONGEST_ENTRY, rest.length); count > 0; count -= 1) {
    const value = grammar.words[rest.slice(0, count).join(' ')];
    if (value !== undefined && fits(sum.group, value)) {
      return { ...sum, group: (sum.group ?? 0) + value, length: from + count };
    }
  }
  return null;
}

/** Thousands close a group ("two thousand | three hundred"); smaller multipliers stay inside it. */
function multiplied({ total, group }: Sum, multiplier: number, length: number): Sum | null {
  if (group !== null && group >= multiplier) return null;
  const counted = (group ?? 1) * multiplier;
  return multiplier >= 1000
    ? { total: total + counted, group: null, length }
    : { total, group: counted, length };
}

/** Tens take a unit, hundreds anything below a hundred. */
function fits(group: number | null, value: number): boolean {
  if (group === null) return true;
  if (group === 0 || value === 0) return false;
  if (group % 100 === 0) return value < 100;
  return group % 10 === 0 && group % 100 >= 20 && value < 10;
}
