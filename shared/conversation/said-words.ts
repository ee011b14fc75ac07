import { wordsPattern } from './named-sites.ts';
import type { TextSpan } from './proposer.ts';

/** A message, and the parts of it that count for nothing. */
export interface Hearing {
  /** NFC. */
  readonly text: string;
  /** Orders to the machine. */
  readonly orders: readonly TextSpan[];
}

/** Where these words stand as words of their own, outside of every order; null where they do nowhere. */
export function placeOf(words: string, { text, orders }: Hearing): TextSpan | null {
  const said = words.normalize('NFC').trim();
  if (!/[\p{L}\p{N}]/u.test(said)) return null;
  const places = Array.from(text.matchAll(wordsPattern(said)), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    text: found,
  }));
  const isOrdered = (place: TextSpan): boolean =>
    orders.some(({ start, end }) => place.start < end && place.end > start);
  return places.find((place) => !isOrdered(place)) ?? null;
}

export const isSaid = (words: string, hearing: Hearing): boolean =>
  placeOf(words, hearing) !== null;
