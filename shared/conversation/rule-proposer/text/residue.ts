import type { Pattern } from '../grammar.ts';
import { findAll, type Reading, type Span } from './reading.ts';

/** Whether a piece says nothing beside what was found in it and words that mean nothing: "40 then, please". */
export function saysOnly(
  reading: Reading,
  piece: Span,
  found: readonly Span[],
  idle: readonly (readonly Pattern[])[] = [],
): boolean {
  const { fillers, guards } = reading.grammar;
  const noise = [fillers, guards.correction, guards.hedged, ...idle];
  const cut = [...noise.flatMap((words) => findAll(reading, words)), ...found].filter(
    ({ start, end }) => start < piece.end && end > piece.start,
  );
  const rest = cut.reduce(blank, reading.text.slice(0, piece.end));
  return !/[\p{L}\p{N}\uE000-\uE00F]/u.test(rest.slice(piece.start));
}

const blank = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
