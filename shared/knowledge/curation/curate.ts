import { sketchOf } from './duplicates/sketch.ts';
import type { PiiPolicy, StoredFindings } from './findings.ts';
import { findLicenceNotices } from './licence-words.ts';
import { findPii } from './pii/find-pii.ts';
import { maskPii } from './pii/mask-pii.ts';
import type { PiiKind, PiiSpan } from './pii/pii.ts';

/** A text as it may be indexed, and what was found in it. */
export interface CuratedText {
  readonly text: string;
  readonly findings: StoredFindings;
}

/**
 * Looks through a parsed text before anything else is made of it. What the policy masks is gone from
 * the text that is cut, embedded, quoted and kept: all offsets count in the text that this returns.
 */
export function curate(parsed: string, policy: PiiPolicy): CuratedText {
  const spans = findPii(parsed);
  const text = policy === 'mask' ? maskPii(parsed, spans) : parsed;
  const findings = {
    pii_policy: policy,
    pii: countKinds(spans),
    licence_notices: [...findLicenceNotices(text)],
    sketch: sketchOf(text),
  };
  return { text, findings };
}

function countKinds(spans: readonly PiiSpan[]): Partial<Record<PiiKind, number>> {
  const counts: Partial<Record<PiiKind, number>> = {};
  for (const { kind } of spans) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** A title is searched, embedded and shown as the text is. */
export const curatedTitle = (title: string, policy: PiiPolicy): string =>
  policy === 'mask' ? maskPii(title, findPii(title)) : title;
