import { CONVERSATION_PLANS, type ConversationPlan } from '#shared/slots/conversation-plan.ts';
import { parseSlotValue } from '#shared/slots/filled-slots.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import type { PendingQuestion, Session } from './session.ts';

/**
 * What is asked next, by order alone: contradictions first, then what is missing, what was put off, and
 * at last the offer of roles and shifts. Null when nothing is left to ask.
 */
export function nextQuestion(session: Session): PendingQuestion | null {
  const doubted = session.tentative.find(({ slot }) => session.slots[slot]);
  if (doubted) return { slot: doubted.slot, kind: 'confirm' };
  const missing = missingSlots(session);
  const slot =
    missing.find((name) => isHalfHeard(session, name)) ??
    missing.find((name) => !session.deferred.includes(name)) ??
    missing[0];
  return slot ? { slot, kind: hasGuess(session, slot) ? 'confirm' : 'fill' } : nextOffer(session);
}

export const planOf = ({ type }: Session): ConversationPlan => CONVERSATION_PLANS[type];

/** Whether the conversation comes to nothing without this fact. */
export const isRequired = (session: Session, slot: SlotName): boolean => {
  const { order, optional, offers } = planOf(session);
  return order.includes(slot) && !optional.includes(slot) && !offers.includes(slot);
};

/** What is still to be asked, in order. */
export const missingSlots = (session: Session): readonly SlotName[] =>
  planOf(session)
    .asks(session.slots)
    .filter((slot) => !session.slots[slot] && !session.skipped.includes(slot));

/** A number or hours the person was just talking about; a place that may mean a time zone can wait its turn. */
const isHalfHeard = ({ tentative }: Session, slot: SlotName): boolean =>
  (slot === 'expected_users' || slot === 'operating_hours') &&
  tentative.some((fill) => fill.slot === slot);

/** A whole value to say yes or no to; half of the opening hours is none. */
const hasGuess = ({ tentative }: Session, slot: SlotName): boolean =>
  tentative.some((fill) => fill.slot === slot && parseSlotValue(slot, fill.value) !== undefined);

function nextOffer(session: Session): PendingQuestion | null {
  const { slots, team_accepted } = session;
  const guessed = planOf(session).offers.find((slot) => hasGuess(session, slot));
  if (guessed) return { slot: guessed, kind: 'confirm' };
  const open = planOf(session).offers.find((slot) => !slots[slot]);
  return open && !team_accepted ? { slot: open, kind: 'offer' } : null;
}

/** Everything without which a draft is impossible is there. */
export const isDraftable = (session: Session): boolean =>
  missingSlots(session).every((slot) => !isRequired(session, slot));
