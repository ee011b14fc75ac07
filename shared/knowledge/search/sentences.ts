/** A statement of a chunk; offsets count within the chunk. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Statements of a text: sentences of prose, rows of tables, items of lists, lines before a blank one.
 * A single line break inside prose is no end, because many files are wrapped.
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

const BOUNDARY =
  /[.!?؟।]["'”’)\]]*\s+(?=["'“‘(¿¡]*[\p{Lu}\p{Lo}\p{N}])|[。！？]|\n\s*\n|\n(?=\s*(?:[-*•|#+]|\d+[.)]\s))|(?<=[|:])\n|(?<=^\s*#[^\n]*)\n/gmu;

function addSentence(sentences: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const own = raw.trim();
  if (!/[\p{L}\p{N}]/u.test(own)) return;
  const start = from + raw.indexOf(own);
  sentences.push({ text: own, start, end: start + own.length });
}
