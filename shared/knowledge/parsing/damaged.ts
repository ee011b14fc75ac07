import { DocumentRejectedError } from '../errors.ts';

/**
 * What a library's failure means for a curator. Not every failure is damage: running out of memory or
 * stack comes with errors of JavaScript, which libraries pass on or wrap.
 */
export function damaged(error: unknown, sentence: string): DocumentRejectedError {
  if (error instanceof DocumentRejectedError) return error;
  return new DocumentRejectedError(exhausted(error) ?? sentence);
}

/** The reason behind an error of JavaScript that says a limit was met; undefined for all others. */
export function exhausted(error: unknown): string | undefined {
  const words = error instanceof Error ? error.message : '';
  if (/call stack/i.test(words)) return 'The file is nested too deeply to be read';
  if (/allocation failed|invalid (?:string|array|typed array) length/i.test(words))
    return 'The file needs more memory to read than is allowed; it may be damaged';
  return undefined;
}
