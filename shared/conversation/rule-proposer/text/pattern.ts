import type { Grammar } from '../grammar.ts';
import { foldText } from './fold.ts';
import { MARK } from './marks.ts';
import { WORD_UNIT } from './word-unit.ts';

/** Runs of marks stand for what was already read: <N> a number, <T> a time of day, <H> either. */
const READ = {
  N: `${MARK.number}${MARK.numberRest}*`,
  T: `${MARK.time}${MARK.timeRest}*`,
  H: `(?:${MARK.number}${MARK.numberRest}*|${MARK.time}${MARK.timeRest}*)`,
} as const;

const compiled = new WeakMap<Grammar, Map<string, RegExp>>();

/**
 * A pattern of a grammar as a regular expression over folded text: `<name>` stands for one of the words
 * of that name, a space for any white space (` ?` for none as well), and both ends for word boundaries.
 * @throws TypeError naming a word list the grammar does not have.
 */
export function patternOf(grammar: Grammar, source: string): RegExp {
  const known = compiled.get(grammar) ?? new Map<string, RegExp>();
  compiled.set(grammar, known);
  const found = known.get(source) ?? compile(grammar, source);
  known.set(source, found);
  return found;
}

const joined = new WeakMap<Grammar, WeakMap<readonly string[], RegExp>>();

/** One expression for several patterns; the longer ones are tried first. */
export function anyOf(grammar: Grammar, sources: readonly string[]): RegExp {
  const known = joined.get(grammar) ?? new WeakMap<readonly string[], RegExp>();
  joined.set(grammar, known);
  const found = known.get(sources) ?? patternOf(grammar, alternatives(sources));
  known.set(sources, found);
  return found;
}

const alternatives = (sources: readonly string[]): string =>
  sources
    .toSorted((a, b) => b.length - a.length)
    .map((source) => `(?:${source})`)
    .join('|');

function compile(grammar: Grammar, source: string): RegExp {
  const body = expand(grammar, source).replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+');
  return new RegExp(`(?<!${WORD_UNIT})(?:${body})(?!${WORD_UNIT})`, 'dgu');
}

function expand(grammar: Grammar, source: string): string {
  return source
    .split(/(?<!\(\?)(<\w+>)/)
    .map((part) => expandPart(grammar, part))
    .join('');
}

function expandPart(grammar: Grammar, part: string): string {
  const name = /^<(\w+)>$/.exec(part)?.[1];
  if (!name) return foldPattern(part);
  if (name === 'N' || name === 'T' || name === 'H') return READ[name];
  const words = grammar.words[name];
  if (!words || words.length === 0)
    throw new TypeError(`${grammar.language} has no words "${name}"`);
  return `(?:${expand(grammar, alternatives(words))})`;
}

/** Folds what a pattern spells out and leaves its escapes alone. */
const foldPattern = (source: string): string =>
  source.replace(/\\p\{\w+\}|\\.|[^\\]+/gu, (piece) =>
    piece.startsWith('\\') ? piece : foldText(piece),
  );
