import type { Grammar } from '../grammar.ts';
import { findAll, newReading, originalSpan } from './reading.ts';

/** A letter of no language: what stood there was a word, and a number beside it does not stand alone. */
const SOME_WORD = 'ː';

/** A message without the words of its language that mean something else in English; offsets stay. */
export function withoutFalseFriends(text: string, grammar: Grammar): string {
  const reading = newReading(text, grammar);
  return findAll(reading, grammar.falseFriends ?? [])
    .map((find) => originalSpan(reading, find))
    .reduce(
      (rest, { start, end }) =>
        rest.slice(0, start) + SOME_WORD.repeat(end - start) + rest.slice(end),
      reading.original,
    );
}
