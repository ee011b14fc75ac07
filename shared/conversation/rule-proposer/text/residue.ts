import type { Pattern } from '../grammar.ts';
import { findAll, type Reading, type Span } from './reading.ts';

/** Whether a piece says nothing beside what was found in it and words that mean nothing: "40 then, please". */
export function saysOnly(
  reading: Reading,
  piece: Span,
  found: readonly Span[],
  idle: readonly Pattern[] = [],
): boolean {
  const { fillers, guards } = reading.grammar;
  const noise = findAll(reading, [...fillers, ...guards.correction, ...guards.hedged, ...idle]);
  const cut = [...noise, ...found];
  const units = reading.text.slice(piece.start, piece.end).split('');
  const rest = units.filter(
    (_unit, index) => !cut.some((span) => holds(span, piece.start + index)),
  );
  return !/[\p{L}\p{N}\uE000-\uE00F]/u.test(rest.join(''));
}

const holds = ({ start, end }: Span, at: number): boolean => at >= start && at < end;
