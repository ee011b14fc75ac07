import type { Grammar } from '../grammar.ts';
import { findAll, newReading, originalSpan } from './reading.ts';

/** A message without the words of its language that mean something else in English; offsets stay. */
export function withoutFalseFriends(text: string, grammar: Grammar): string {
  const reading = newReading(text, grammar);
  return findAll(reading, grammar.falseFriends ?? [])
    .map((find) => originalSpan(reading, find))
    .reduce(
      (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
      reading.original,
    );
}
