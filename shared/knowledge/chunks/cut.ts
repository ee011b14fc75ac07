import { beginsCharacter, lastCharacterStart, unspacedWordStart } from './character.ts';

/**
 * The best place to cut in the second half of `from … to`: after a line, else after a sentence, else
 * after a word, else between two characters. Always after `from` and never past `to`; `from` must be
 * where a character begins.
 */
export function cutBefore(text: string, from: number, to: number): number {
  if (to >= text.length) return text.length;
  const earliest = from + Math.ceil((to - from) / 2);
  const line = earliest + text.slice(earliest, to).lastIndexOf('\n') + 1;
  if (line > earliest) return line;
  return (
    lastPlace(text, from, earliest, to, endsSentence) ??
    lastPlace(text, from, earliest, to, endsWord) ??
    unspacedWordStart(text, from, earliest, to) ??
    lastCharacterStart(text, from, to) ??
    withoutHalf(text, from, to)
  );
}

/** Where a chunk that overlaps may begin: the first sentence, else the first word, after `from`. */
export function beginAfter(text: string, from: number, to: number): number {
  const window = text.slice(from, to);
  const sentence = SENTENCE_START.exec(window) ?? IDEOGRAPHIC_START.exec(window);
  const found = sentence ?? WORD_START.exec(window);
  return found ? from + found.index + found[0].length : to;
}

const SENTENCE_START = /[.!?。！？\n]["'”’)\]]*\s+(?=[^\s\p{M}])/u;
const IDEOGRAPHIC_START = /[。！？](?=[^\s\p{M}])/u;
const WORD_START = /\s+(?=[^\s\p{M}])/u;

type Ends = (text: string, at: number) => boolean;

function lastPlace(text: string, from: number, earliest: number, to: number, ends: Ends) {
  for (let at = to; at > earliest; at -= 1)
    if (ends(text, at) && beginsCharacter(text, from, at)) return at;
  return undefined;
}

/** Whether the white space after a sentence, or a full stop that needs none, ends at `at`. */
function endsSentence(text: string, at: number): boolean {
  if (!endsWord(text, at)) return IDEOGRAPHIC_STOPS.includes(text.charAt(at - 1));
  let before = at - 2;
  while (before > 0 && CLOSING.includes(text.charAt(before))) before -= 1;
  return before >= 0 && STOPS.includes(text.charAt(before));
}

const STOPS = '.!?。！？؟।';
const IDEOGRAPHIC_STOPS = '。！？';
const CLOSING = '"\'”’)]';

const endsWord: Ends = (text, at) => {
  const code = text.charCodeAt(at - 1);
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return /\s/.test(text.charAt(at - 1));
};

/** A character without end must be cut somewhere, though not inside of a surrogate pair. */
function withoutHalf(text: string, from: number, to: number): number {
  const tearsPair = (text.charCodeAt(to) & 0xfc00) === 0xdc00;
  return tearsPair && to - 1 > from ? to - 1 : to;
}
