/** A stretch of a document's text: what is embedded, found and quoted. */
export interface Chunk {
  /** Position in the document, from 0. */
  readonly ordinal: number;
  readonly text: string;
  /** UTF-16 offsets in the document's text, end exclusive; neighbours may overlap, nothing is left out. */
  readonly start: number;
  readonly end: number;
  /** From 1; null where the format knows no pages. */
  readonly page: number | null;
  /** The headings it stands under, outermost first. */
  readonly heading_path: readonly string[];
  /** SHA-256 of headings and text: equal hashes need no second embedding. */
  readonly hash: string;
}

/** What of a chunk is measured against others: its headings tell what a bare paragraph is about. */
export const searchableText = (chunk: Pick<Chunk, 'heading_path' | 'text'>): string =>
  [...chunk.heading_path, chunk.text].join('\n');

/** The text that was cut: every chunk without what the one before already gave. */
export function restoreText(chunks: readonly Chunk[]): string {
  let text = '';
  for (const chunk of chunks) text += chunk.text.slice(text.length - chunk.start);
  return text;
}
