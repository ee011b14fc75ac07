import type { Reading, Span } from '../text/reading.ts';

const LONGEST_NAME_WORDS = 3;

/** The words before a shift's times that name it: "Early" of "the early shift from". Null when there are none. */
export function shiftName({ text, grammar }: Reading, { start, end }: Span): Span | null {
  const piece = text.slice(start, end);
  const from = start + Math.max(piece.search(/[^.,;:!?\n()]*$/), afterSeparator(piece));
  const words = Array.from(
    text.slice(from, end).matchAll(/[\p{L}\p{M}\p{N}-]+/gu),
    ({ index, 0: word }) => ({
      word,
      start: from + index,
      end: from + index + word.length,
    }),
  );
  const named = words
    .filter(({ word }) => !grammar.shifts.notNames.includes(word))
    .slice(-LONGEST_NAME_WORDS);
  const [first, last] = [named[0], named.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** "Early: 06:00-14:00" has its colon behind the name. */
const afterSeparator = (piece: string): number =>
  /[.,;!?\n()][^.,;!?\n()]*[:-]\s*$/.test(piece) || /^[^.,;!?\n()]*[:-]\s*$/.test(piece)
    ? Math.max(
        ...['.', ',', ';', '!', '?', '\n', '(', ')'].map((mark) => piece.lastIndexOf(mark)),
      ) + 1
    : 0;
