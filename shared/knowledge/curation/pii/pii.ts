import * as z from 'zod';

/** Personal data that is looked for. Wire words. */
export const piiKind = z.enum(['email', 'phone', 'ssn', 'card', 'ip']);
export type PiiKind = z.infer<typeof piiKind>;

/** Where personal data stands in a text (UTF-16, end exclusive). */
export interface PiiSpan {
  readonly kind: PiiKind;
  readonly start: number;
  readonly end: number;
}

/** Finds one kind of personal data in a line, in plain characters. */
export type PiiFinder = (line: string) => readonly PiiSpan[];

export const spanOf = (kind: PiiKind, start: number, text: string): PiiSpan => ({
  kind,
  start,
  end: start + text.length,
});
