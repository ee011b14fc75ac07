import type { TextSpan } from '../../proposer.ts';
import type { Grammar } from '../grammar.ts';
import { type Folded, fold } from './fold.ts';
import { MARK, withMark } from './marks.ts';
import { anyOf, patternOf } from './pattern.ts';
import { correctSlips } from './slips.ts';

export interface NumberRead {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Written in letters. */
  readonly spelled: boolean;
}

export interface TimeRead {
  readonly start: number;
  readonly end: number;
  /** Since midnight, as it was written: "7" is 420 whether or not the evening is meant. */
  readonly minutes: number;
  /** False where the other half of the day could be meant as well. */
  readonly certain: boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A message on its way through the readers. Offsets are of the folded text. */
export interface Reading {
  readonly grammar: Grammar;
  /** NFC. */
  readonly original: string;
  readonly folded: Folded;
  /** The folded text without what has been read or hidden so far. */
  readonly text: string;
  readonly numbers: readonly NumberRead[];
  readonly times: readonly TimeRead[];
}

export function newReading(message: string, grammar: Grammar): Reading {
  const original = message.normalize('NFC');
  const folded = correctSlips(fold(original), original, grammar);
  return { grammar, original, folded, text: folded.text, numbers: [], times: [] };
}

/** A find of a pattern: where, and where its named groups are. */
export interface Find extends Span {
  readonly groups: Readonly<Record<string, Span | undefined>>;
}

/** What was found in a reading, by the list that was looked for: most guards look at every candidate. */
const known = new WeakMap<Reading, Map<readonly string[], readonly Find[]>>();

/** All finds that do not overlap, earliest and longest first. A pattern's groups are its own. */
export function findAll(reading: Reading, sources: readonly string[]): readonly Find[] {
  const finds = known.get(reading) ?? new Map<readonly string[], readonly Find[]>();
  known.set(reading, finds);
  const found = finds.get(sources) ?? search(reading, sources);
  finds.set(sources, found);
  return found;
}

function search(reading: Reading, sources: readonly string[]): Find[] {
  if (sources.length === 0) return [];
  if (!sources.some((source) => source.includes('(?<'))) {
    return finds(reading.text, anyOf(reading.grammar, sources));
  }
  const found = sources.flatMap((source) => findEach(reading, source));
  return withoutOverlaps(found.toSorted((a, b) => a.start - b.start || b.end - a.end));
}

function withoutOverlaps(inOrder: readonly Find[]): Find[] {
  const kept: Find[] = [];
  for (const find of inOrder) {
    if ((kept.at(-1)?.end ?? 0) <= find.start) kept.push(find);
  }
  return kept;
}

export const findEach = (reading: Reading, source: string): Find[] =>
  finds(reading.text, patternOf(reading.grammar, source));

export const includes = (reading: Reading, sources: readonly string[], within?: Span): boolean =>
  findAll(reading, sources).some(
    ({ start, end }) => !within || (start >= within.start && end <= within.end),
  );

function finds(text: string, pattern: RegExp): Find[] {
  return Array.from(text.matchAll(pattern), ({ indices, index, 0: { length } }) => {
    const groups = Object.entries(indices?.groups ?? {}).map(([name, at]) => [
      name,
      at && { start: at[0], end: at[1] },
    ]);
    return { start: index, end: index + length, groups: Object.fromEntries(groups) };
  });
}

/** Hides pieces from everything that reads after. */
export const hide = (reading: Reading, spans: readonly Span[]): Reading => ({
  ...reading,
  text: spans
    .filter(({ start, end }) => end > start)
    .reduce((text, span) => withMark(text, span, MARK.hidden), reading.text),
});

export const within = ({ start, end }: Span, outer: Span): boolean =>
  start >= outer.start && end <= outer.end;

/** The piece of the original message that a folded span stands for. */
export function originalSpan({ original, folded }: Reading, { start, end }: Span): TextSpan {
  const from = folded.origin[start] ?? original.length;
  const to = folded.origin[end] ?? original.length;
  return { start: from, end: to, text: original.slice(from, to) };
}

/** The first folded unit at or after an offset of the original. */
export function foldedOffset({ folded }: Reading, offset: number): number {
  const index = folded.origin.findIndex((origin) => origin >= offset);
  return index < 0 ? folded.text.length : index;
}
