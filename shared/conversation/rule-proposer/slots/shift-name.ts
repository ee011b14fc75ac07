import { findAll, includes, originalSpan, type Reading, type Span } from '../text/reading.ts';

const LONGEST_NAME_WORDS = 3;

/** The words before a shift's times that name it: "Early" of "the early shift from". Null when there are none. */
export function shiftName(reading: Reading, { start, end }: Span): Span | null {
  const { text, grammar } = reading;
  // "Early: 06:00" has its colon behind the name; any other mark ends what was said before.
  const piece = text.slice(start, end).replace(/[\s:"'()–-]+$/, '');
  const from = start + piece.length - (/[^.,;:!?\n()"]*$/.exec(piece)?.[0].length ?? 0);
  const words = Array.from(text.slice(from, end).matchAll(/[\p{L}\p{M}\p{N}-]+/gu), (word) => ({
    text: word[0],
    start: from + word.index,
    end: from + word.index + word[0].length,
  }));
  const named = words.filter((word) => !grammar.shifts.notNames.includes(word.text));
  const [first, last] = [named.slice(-LONGEST_NAME_WORDS)[0], named.at(-1)];
  if (!first || !last) return null;
  const name = { start: first.start, end: last.end };
  const alone = named.length === words.length;
  return isName(reading, name, alone) ? name : (knownName(reading, name) ?? null);
}

/** The part of the day or the ordinal in a piece that is no name as a whole. */
const knownName = (reading: Reading, piece: Span): Span | undefined =>
  findAll(reading, knownNames(reading)).findLast(
    ({ start, end }) => start >= piece.start && end <= piece.end,
  );

/** Called so in so many words, set off from the rest, or written like one: "Turno Norte", "Alpha: 6-14". */
function isName(reading: Reading, name: Span, alone: boolean): boolean {
  const { text, grammar } = reading;
  if (includes(reading, [...grammar.hours.cues, ...grammar.hours.otherDays], name)) return false;
  if (includes(reading, knownNames(reading), name) && name.end - name.start <= 30) {
    return knownName(reading, name)?.start === name.start;
  }
  const called = findAll(reading, grammar.shifts.cues).some(
    ({ start, end }) =>
      (end <= name.start && text.slice(end, name.start).trim() === '') ||
      (start >= name.end && text.slice(name.end, start).trim() === ''),
  );
  const setOff = alone && /^\s*["'(:–-]/.test(text.slice(name.end));
  const written = originalSpan(reading, name).text;
  return called || setOff || (alone && name.start > 0 && /^\p{Lu}/u.test(written));
}

function knownNames({ grammar }: Reading): readonly string[] {
  const { parts, ordinals } = grammar.shifts;
  return [...Object.values(parts).flat(), ...ordinals];
}

/** "सुबह 08:00-13:00": where nothing else names the shift, the half of the day before its times does. */
export function dayPartName(reading: Reading, times: Span): Span | null {
  const { morning, evening, night } = reading.grammar.clock;
  const unread = { ...reading, text: reading.folded.text };
  const found = findAll(unread, [...morning, ...evening, ...night]);
  const part = found.find(({ start }) => start === times.start);
  const word = part && /^[\p{L}\p{M}]+/u.exec(unread.text.slice(part.start, part.end))?.[0];
  return part && word ? { start: part.start, end: part.start + word.length } : null;
}
