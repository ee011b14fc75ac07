import { sameValue } from '#shared/slots/filled-slots.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import { type Candidate, CERTAINTY } from './candidate.ts';
import { findAll, type Reading } from './text/reading.ts';

/** One value per slot out of all that was found: the corrected one, the surest one, or none for sure. */
export function settle(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const slots = [...new Set(candidates.map(({ slot }) => slot))];
  return slots.flatMap((slot) => settleSlot(reading, candidates, slot));
}

function settleSlot(reading: Reading, all: readonly Candidate[], slot: SlotName): Candidate[] {
  const inOrder = all
    .filter((candidate) => candidate.slot === slot)
    .toSorted((a, b) => a.start - b.start || b.confidence - a.confidence);
  const valid = afterCorrection(reading, inOrder);
  const best = valid.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (!best) return [];
  const rivals = valid.filter(
    (other) => !sameValue(other.value, best.value) && isRival(other, best),
  );
  const disputed = rivals.length > 0 && best.confidence > CERTAINTY.guessed;
  return disputed ? [best, ...rivals.slice(0, 1)] : [best];
}

/** "120 ... sorry, 130": what was said before the correction is taken back. */
function afterCorrection(reading: Reading, inOrder: readonly Candidate[]): Candidate[] {
  const corrections = findAll(reading, reading.grammar.guards.correction);
  const lastStart = inOrder.at(-1)?.start ?? 0;
  const cut = corrections.filter(({ start }) => start < lastStart).at(-1);
  const kept = cut ? inOrder.filter(({ start }) => start >= cut.start) : inOrder;
  const chosen = kept.length > 0 ? kept : inOrder;
  const correcting = corrections.length > 0;
  return chosen.map((candidate) => (correcting ? surer(candidate) : candidate));
}

/** A correction may replace what was taken before, unless it is itself in doubt. */
const surer = (candidate: Candidate): Candidate =>
  candidate.confidence < CERTAINTY.hedged
    ? candidate
    : { ...candidate, confidence: Math.max(candidate.confidence, CERTAINTY.corrected) };

const AS_SURE = 0.05;

/** As sure; or a larger count, which is no part of the surer one as a smaller count may be. */
const isRival = (other: Candidate, best: Candidate): boolean =>
  other.confidence >= best.confidence - AS_SURE ||
  (other.slot === 'expected_users' &&
    other.confidence >= CERTAINTY.mentioned &&
    Number(other.value) > Number(best.value));
