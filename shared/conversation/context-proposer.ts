import { parseSlotValue } from '#shared/slots/filled-slots.ts';
import { isSlotName } from '#shared/slots/initial-setup.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import { isFreeText } from './free-text.ts';
import type { Proposal } from './proposer.ts';
import { loadRules } from './rule-proposer/load-rules.ts';
import type { Session } from './session.ts';

/** An application that sends a value under our own name for it knows what it means. */
const CONTEXT_CONFIDENCE = 0.95;

/**
 * Keys of `client_context` that are named like slots, as proposals like any other. A text that is no value
 * of its slot is read as a person's answer would be; what cannot be read is left out, and so asked.
 */
export async function proposeFromContext(
  session: Session,
  context: Readonly<Record<string, unknown>>,
): Promise<Proposal[]> {
  const read = Object.entries(context).map(async ([slot, value]) =>
    isSlotName(slot) ? await proposalsOf(session, slot, value) : [],
  );
  return (await Promise.all(read)).flat();
}

async function proposalsOf(session: Session, slot: SlotName, value: unknown): Promise<Proposal[]> {
  const plain = { slot, value, confidence: CONTEXT_CONFIDENCE, span: null };
  // Sites are known by their names, too: whoever knows the tenant's sites judges them.
  const isWords = typeof value === 'string' && slot !== 'target_site';
  if (!isWords || parseSlotValue(slot, value) !== undefined) return [plain];
  const folded = value.trim().toLowerCase();
  if (parseSlotValue(slot, folded) !== undefined) return [{ ...plain, value: folded }];
  return isFreeText(slot) ? [plain] : readAsAnswer(session, slot, value);
}

async function readAsAnswer(session: Session, slot: SlotName, text: string): Promise<Proposal[]> {
  const rules = await loadRules(session.language);
  const read = rules.propose({
    text: text.slice(0, LONGEST),
    language: session.language,
    slots: {},
    pending: { slot, kind: 'fill' },
    touched: [],
    suggested: {},
  });
  return read
    .filter((proposal) => proposal.slot === slot)
    .map((proposal) => ({ ...proposal, confidence: READ_CONFIDENCE, span: null }));
}

/** What was only read out of a field is asked about, and gives way to whatever the person says. */
const READ_CONFIDENCE = 0.55;

/** Longer texts are no single value. In UTF-16 units. */
const LONGEST = 200;
