/**
 * The best place to cut in the second half of `from … to`: after a line, else after a sentence, else
 * after a word, else anywhere that is not inside a character. Always after `from` and never past `to`.
 */
export function cutBefore(text: string, from: number, to: number): number {
  if (to >= text.length) return text.length;
  const earliest = from + Math.ceil((to - from) / 2);
  const line = text.lastIndexOf('\n', to - 1) + 1;
  if (line > earliest) return line;
  return (
    lastSentenceEnd(text, earliest, to) ?? lastSpace(text, earliest, to) ?? whole(text, from, to)
  );
}

/** Where a chunk that overlaps may begin: the first sentence, else the first word, after `from`. */
export function beginAfter(text: string, from: number, to: number): number {
  const window = text.slice(from, to);
  const sentence =
    /[.!?。！？\n]["'”’)\]]*\s+(?=\S)/u.exec(window) ?? /[。！？](?=\S)/u.exec(window);
  const found = sentence ?? /\s+(?=\S)/u.exec(window);
  return found ? from + found.index + found[0].length : to;
}

const SENTENCE_END = /[.!?。！？]["'”’)\]]*\s|[。！？]/gu;

function lastSentenceEnd(text: string, from: number, to: number): number | undefined {
  const ends = [...text.slice(from, to).matchAll(SENTENCE_END)];
  const last = ends.at(-1);
  return last && from + last.index + last[0].length;
}

function lastSpace(text: string, from: number, to: number): number | undefined {
  for (let at = to - 1; at >= from; at -= 1) {
    if (/\s/u.test(text.charAt(at))) return at + 1;
  }
  return undefined;
}

/** `to`, moved so that no surrogate pair and no letter with its marks is torn apart. */
function whole(text: string, from: number, to: number): number {
  for (let at = to; at > from + 1; at -= 1) {
    if (!CONTINUES.test(text.slice(at, at + 2)) && !isHighSurrogate(text, at - 1)) return at;
  }
  return to;
}

const CONTINUES = /^(?:\p{M}|\u200d|[\udc00-\udfff])/u;

const isHighSurrogate = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800;
