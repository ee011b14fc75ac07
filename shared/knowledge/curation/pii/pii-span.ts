export const PII_KINDS = ['email', 'phone', 'ssn', 'card', 'ip'] as const;
export type PiiKind = (typeof PII_KINDS)[number];

/** Where a text names somebody or something personal; offsets in UTF-16 units, `end` exclusive. */
export interface PiiSpan {
  readonly type: PiiKind;
  readonly start: number;
  readonly end: number;
}

/** A stretch of text that has the look of one kind. */
export interface Candidate {
  readonly text: string;
  readonly start: number;
  /** Up to 40 characters before it: what it was called. */
  readonly before: string;
}

const CONTEXT_CHARACTERS = 40;

/** Every match of a pattern that an inspector takes, in the order of the text. */
export function spansOf(
  type: PiiKind,
  text: string,
  pattern: RegExp,
  isMeant: (candidate: Candidate) => boolean,
): PiiSpan[] {
  const spans: PiiSpan[] = [];
  for (const { 0: found, index: start } of text.matchAll(pattern)) {
    const before = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start);
    if (isMeant({ text: found, start, before }))
      spans.push({ type, start, end: start + found.length });
  }
  return spans;
}
