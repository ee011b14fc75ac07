import { findAll, includes, type Reading, type Span } from '../text/reading.ts';
import { isCapital, trimmed } from './name-text.ts';

const LONGEST_NAME_WORDS = 7;

/**
 * The whole message as a name, when a name was asked for and it looks like one: few words, no sentence,
 * no other answer. Null for anything else: an unasked guess would be worse than asking again.
 */
export function bareName(reading: Reading): Span | null {
  const name = unwrapped(reading);
  const text = reading.original.slice(name.start, name.end);
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > LONGEST_NAME_WORDS) return null;
  if (/[.!?;:,]\s|[?<>]|\n/u.test(text.replace(/\b\p{L}{1,3}\.\s/gu, ''))) return null;
  const { sentenceStarts, notNames } = reading.grammar.siteName;
  const folded = reading.folded.text.trim();
  const starts = sentenceStarts.some(
    (word) => folded === word || folded.startsWith(`${word} `) || folded.startsWith(`${word}'`),
  );
  if (starts || includes(reading, notNames) || !/\p{L}/u.test(text)) return null;
  return looksLikeName(reading, words) ? name : null;
}

/** Without quotation marks and the full stop at the end. */
function unwrapped({ original }: Reading): Span {
  const { start, end } = trimmed(original, { start: 0, end: original.length });
  const inner =
    /^["'“„«]?(.*?)["'”“»]?[.!]*["'”“»]?$/su.exec(original.slice(start, end))?.[1] ?? '';
  const from = original.indexOf(inner, start);
  return trimmed(original, { start: from, end: from + inner.length });
}

/** Capitals, or a script without them, or a few plain words that say nothing else. */
function looksLikeName(reading: Reading, words: readonly string[]): boolean {
  const { moves, guards, security, urgency } = reading.grammar;
  const said = [
    ...Object.values(moves).flatMap((patterns) => (Array.isArray(patterns) ? patterns : [])),
    ...guards.unsure,
    ...security.topic,
  ];
  if (includes(reading, said) || isSingleType(reading)) return false;
  if (words.every((word) => word.toLowerCase() === word.toUpperCase())) return true;
  const capitals = words.filter(isCapital).length;
  if (capitals >= Math.ceil(words.length / 2) && isCapital(words[0] ?? '')) return true;
  return words.length <= 4 && !includes(reading, urgency.cues);
}

/** "Warehouse" alone answers another question. */
function isSingleType(reading: Reading): boolean {
  const whole = reading.folded.text.trim().replace(/[.!]+$/, '');
  const types = Object.values(reading.grammar.siteType.types).flat();
  return findAll(reading, types).some(({ start, end }) => reading.text.slice(start, end) === whole);
}
