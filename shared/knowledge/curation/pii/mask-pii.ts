import type { PiiKind, PiiSpan } from './pii.ts';

/** What stands in a text where personal data stood. */
const MASKS: Readonly<Record<PiiKind, string>> = {
  email: '[email]',
  phone: '[phone]',
  ssn: '[ssn]',
  card: '[card]',
  ip: '[ip]',
};

/** A text without these spans, which are in order and do not overlap. Lines and pages stay as they are. */
export function maskPii(text: string, spans: readonly PiiSpan[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { kind, start, end } of spans) {
    pieces.push(text.slice(from, start), MASKS[kind]);
    from = end;
  }
  return [...pieces, text.slice(from)].join('');
}
