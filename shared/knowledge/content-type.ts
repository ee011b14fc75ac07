import * as z from 'zod';

/** The formats that can become knowledge. */
export const contentType = z.enum([
  'text/plain',
  'text/markdown',
  'text/html',
  'text/csv',
  'application/json',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);
export type ContentType = z.infer<typeof contentType>;

/** What people call the formats, to say which files can be read. */
export const READABLE_FORMATS = 'PDF, Word (DOCX), HTML, Markdown, text, CSV or JSON';

/** A file dropped by hand says what it is by its ending alone; browsers often send none or a wrong type. */
export function contentTypeOf(fileName: string): ContentType | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : BY_ENDING.get(ending);
}

const BY_ENDING: ReadonlyMap<string, ContentType> = new Map([
  ['txt', 'text/plain'],
  ['text', 'text/plain'],
  ['md', 'text/markdown'],
  ['markdown', 'text/markdown'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['csv', 'text/csv'],
  ['tsv', 'text/csv'],
  ['json', 'application/json'],
  ['pdf', 'application/pdf'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
]);
