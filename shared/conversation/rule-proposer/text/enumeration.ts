import type { Reading, Span } from './reading.ts';

const FEWEST_ITEMS = 3;

/** "Europe/Vienna, enhanced, this week": facts one after the other, without a sentence around them. */
export const isEnumeration = ({ text }: Reading): boolean =>
  text.split(/[,;.\n]/).filter((piece) => /\S/.test(piece)).length >= FEWEST_ITEMS;

/** Nothing else stands between the marks around it, and something stands before them. */
export function isItem({ text }: Reading, { start, end }: Span): boolean {
  return /[,;.\n]\s*$/.test(text.slice(0, start)) && /^\s*(?:[,;.!\n]|$)/.test(text.slice(end));
}
