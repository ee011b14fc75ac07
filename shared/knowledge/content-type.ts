import * as z from 'zod';

/** The formats that can become knowledge. */
export const contentType = z.enum(['text/plain', 'text/markdown', 'application/pdf']);
export type ContentType = z.infer<typeof contentType>;

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
  ['pdf', 'application/pdf'],
]);
