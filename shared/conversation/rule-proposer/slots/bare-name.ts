import { foldText } from '../text/fold.ts';
import { findAll, includes, type Reading, type Span } from '../text/reading.ts';
import { saysOnly } from '../text/residue.ts';
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
  if (words.length === 0 || words.length > LONGEST_NAME_WORDS || !/\p{L}/u.test(text)) return null;
  if (
    /[.!?;:,،؛؟।]\s|[?؟<>@]|:\/\/|\n/u.test(
      text.replace(/\b\p{L}{1,3}\.\s|,(?=\s\p{Lu}\p{L}{1,3}\.?$)/gu, ''),
    )
  )
    return null;
  if (words.some(mixesAlphabets)) return null;
  if (namesNothing(reading)) return null;
  if (isSentence(reading, foldText(text)) || includes(reading, reading.grammar.siteName.notNames)) {
    return null;
  }
  return looksLikeName(reading, words) ? name : null;
}

/** "Аpprove" with a Cyrillic first letter is dressed up to get past somebody, and no name. */
const mixesAlphabets = (word: string): boolean =>
  /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);

/** "Cancel", "maybe", "both": an answer, a cry for help or a good-bye. */
const namesNothing = (reading: Reading): boolean =>
  saysOnly(
    reading,
    { start: 0, end: reading.text.length },
    [],
    [reading.grammar.siteName.noName ?? []],
  );

const isSentence = ({ grammar }: Reading, text: string): boolean =>
  grammar.siteName.sentenceStarts.some(
    (start) => text === start || text.startsWith(`${start} `) || text.startsWith(`${start}'`),
  );

/** Without "let's go with", "please", quotation marks and the full stop at the end. */
function unwrapped(reading: Reading): Span {
  const { leadIns, leadOuts } = reading.grammar.siteName;
  const whole = trimmed(reading.original, { start: 0, end: reading.original.length });
  const lead = findAll(reading, leadIns).find(
    ({ start }) => originOf(reading, start) === whole.start,
  );
  const out = findAll(reading, leadOuts).find(
    ({ end }) => !/\p{L}/u.test(reading.folded.text.slice(end)),
  );
  const corrected = findAll(reading, reading.grammar.guards.correction).at(-1);
  const start = Math.max(
    lead ? originOf(reading, lead.end) : whole.start,
    corrected ? originOf(reading, corrected.end) : whole.start,
  );
  return withoutQuotes(reading.original, start, out ? originOf(reading, out.start) : whole.end);
}

const originOf = ({ folded, original }: Reading, index: number): number =>
  folded.origin[index] ?? original.length;

function withoutQuotes(text: string, from: number, to: number): Span {
  const { start, end } = trimmed(text, { start: from, end: to });
  const inner =
    /^[,،\s]*["'“„«‘]?(.*?)[.!,،।]*["'”“»’]?[.!,،।\s]*$/su.exec(text.slice(start, end))?.[1] ?? '';
  const at = text.indexOf(inner, start);
  return trimmed(text, { start: at, end: at + inner.length });
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
