import { anyOf } from './pattern.ts';
import { findAll, type Reading, type Span } from './reading.ts';

/** The sentence around an offset; "but" begins a new one, because what was unsure ends there. */
export const sentenceAt = (reading: Reading, offset: number): Span =>
  pieceAt(reading, offset, sentenceEnds(reading));

/** The clause around an offset: a sentence, cut at commas and the language's own breaks. */
export const clauseAt = (reading: Reading, offset: number): Span =>
  pieceAt(reading, offset, clauseEnds(reading));

/** The clause with the one before it where the words at an offset begin it: "..., opens at 11" has its subject there. */
export function subjectAt(reading: Reading, offset: number): Span {
  const clause = clauseAt(reading, offset);
  const breaks = anyOf(reading.grammar, reading.grammar.clauseBreaks);
  const before = reading.text.slice(clause.start, offset).replace(breaks, '');
  if (clause.start < 2 || before.trim() !== '') return clause;
  const { start } = sentenceAt(reading, offset);
  if (clause.start <= start) return clause;
  return { start: subjectAt(reading, clause.start - 1).start, end: clause.end };
}

/** All sentences, without the marks that end them. */
export function sentencesOf(reading: Reading): Span[] {
  const ends = marks(reading, SENTENCE_END);
  const bounds = [-1, ...ends, reading.text.length];
  return bounds.slice(1).map((end, index) => ({ start: (bounds[index] ?? -1) + 1, end }));
}

/** A full stop inside "v2.1" or "a.m." ends nothing. */
const SENTENCE_END = /[.!?](?=[\s"')\]]|$|[!?.])|\n/g;

/** Kept for each reading: every candidate is looked at in its clause and its sentence. */
const sentenceEnds = remembered((reading) => [
  ...marks(reading, SENTENCE_END),
  ...findAll(reading, reading.grammar.sentenceBreaks).map(({ start }) => start),
]);

const clauseEnds = remembered((reading) => [
  ...sentenceEnds(reading),
  ...marks(reading, /[,;()]|\s-\s/g),
  ...findAll(reading, reading.grammar.clauseBreaks).map(({ start }) => start),
]);

function remembered<T>(read: (reading: Reading) => T): (reading: Reading) => T {
  const known = new WeakMap<Reading, T>();
  return (reading) => {
    const found = known.get(reading) ?? read(reading);
    known.set(reading, found);
    return found;
  };
}

const marks = ({ text }: Reading, pattern: RegExp): number[] =>
  Array.from(text.matchAll(pattern), ({ index }) => index);

function pieceAt({ text }: Reading, offset: number, cuts: readonly number[]): Span {
  const start = Math.max(-1, ...cuts.filter((cut) => cut < offset));
  const end = Math.min(text.length, ...cuts.filter((cut) => cut >= offset));
  return { start: start + 1, end };
}
