/** A statement of a chunk; offsets count within the chunk. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Statements of a text: sentences of prose, rows of tables, items of lists, short lines, blocks of
 * HTML. A line break after a long line is no end, because many files are wrapped.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index, 0: found } of text.matchAll(BOUNDARY)) {
    addSentence(sentences, text, start, index + found.length);
    start = index + found.length;
  }
  addSentence(sentences, text, start, text.length);
  return sentences;
}

const BOUNDARIES = [
  // A sentence mark, when what follows looks like a beginning.
  /[.!?؟।]["'”’)\]]*\s+(?=["'“‘(¿¡]*[\p{Lu}\p{Lo}\p{N}])/u,
  /[。！？]/u,
  /\n\s*\n/u,
  // Before an item, a row or a heading; after a row, an introduction or a heading.
  /\n(?=\s*(?:[-*•|#+]|\d+[.)]\s))/u,
  /(?<=[|:])\n/u,
  /(?<=^\s*#[^\n]*)\n/u,
  // After a line too short to have been wrapped.
  /(?<=^[^\n]{1,49})\n(?=\s*["'“(]?[\p{Lu}\p{N}])/u,
  /<\/(?:p|div|li|tr|h[1-6]|section)>|<br\s*\/?>/u,
];
const BOUNDARY = new RegExp(BOUNDARIES.map(({ source }) => source).join('|'), 'gmu');

function addSentence(sentences: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const own = raw.trim();
  if (!/[\p{L}\p{N}]/u.test(own)) return;
  const start = from + raw.indexOf(own);
  sentences.push({ text: own, start, end: start + own.length });
}
