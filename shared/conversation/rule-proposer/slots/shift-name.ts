import { findAll, type Reading, type Span } from '../text/reading.ts';

const LONGEST_NAME_WORDS = 3;

/** The words before a shift's times that name it: "Early" of "the early shift from". Null when there are none. */
export function shiftName({ text, grammar }: Reading, { start, end }: Span): Span | null {
  // "Early: 06:00" has its colon behind the name; any other mark ends what was said before.
  const piece = text.slice(start, end).replace(/[\s:-]+$/, '');
  const from = start + piece.length - (/[^.,;:!?\n()]*$/.exec(piece)?.[0].length ?? 0);
  const words = Array.from(text.slice(from, end).matchAll(/[\p{L}\p{M}\p{N}-]+/gu), (word) => ({
    text: word[0],
    start: from + word.index,
    end: from + word.index + word[0].length,
  }));
  const named = words.filter((word) => !grammar.shifts.notNames.includes(word.text));
  const [first, last] = [named.slice(-LONGEST_NAME_WORDS)[0], named.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
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
