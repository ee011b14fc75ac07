import { withSlot } from '#shared/slots/filled-slots.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import type { Moves } from './moves.ts';
import { isRequired, missingSlots, nextQuestion, planOf } from './next-question.ts';
import type { DialoguePolicy } from './policy.ts';
import type { PendingQuestion, Session } from './session.ts';
import type { Taken } from './take-proposals.ts';

export type Followed = Taken & {
  /**
   * The question to ask next whatever the order says: after "go back", the one that was explained, or
   * where the conversation was before a digression.
   */
  readonly backTo: PendingQuestion | null;
};

/** What the message does beside its facts: yes and no, keep, skip, go back. Facts win over moves. */
export function followMoves(taken: Taken, moves: Moves, policy: DialoguePolicy): Followed {
  const confirmed = answerConfirmation(taken, moves, policy);
  const offered = answerOffer(confirmed, moves);
  const skipped = moves.skip ? skipPending(offered) : offered;
  const finished = moves.finish ? leaveOutOptional(skipped) : skipped;
  return {
    ...finished,
    backTo: moves.goBack
      ? questionBefore(finished)
      : (explained(finished, moves) ?? digressedFrom(finished, moves)),
  };
}

function answerConfirmation(taken: Taken, moves: Moves, policy: DialoguePolicy): Taken {
  const { session } = taken;
  const { pending } = session;
  if (pending?.kind !== 'confirm' || changed(taken, pending.slot)) return taken;
  const guess = session.tentative.find(({ slot }) => slot === pending.slot);
  if (!guess) return taken;
  // A contradiction is asked about once; who answers something else has not taken anything back.
  const declined = moves.decline && !correctsOther(taken);
  const dropped = declined || session.slots[pending.slot] !== undefined;
  if (!moves.accept) return dropped ? { ...taken, session: forget(session, pending.slot) } : taken;
  const { slot, value, source } = guess;
  const change = { slot, value, before: session.slots[slot]?.value };
  const slots = withSlot(session.slots, slot, { value, confidence: policy.confirmed, source });
  const filled = { ...forget(session, slot), slots, touched: [slot] };
  return { ...taken, session: filled, changes: [...taken.changes, change] };
}

/** "No, make that forty-five" takes back the number of people that was said, not the place that is asked about. */
const correctsOther = ({ changes }: Taken): boolean =>
  changes.some(({ before }) => before !== undefined);

const changed = ({ changes }: Taken, name: SlotName) => changes.some(({ slot }) => slot === name);

const forget = (session: Session, name: SlotName): Session => ({
  ...session,
  tentative: session.tentative.filter(({ slot }) => slot !== name),
});

/**
 * Who changes the roles in answer to the offer has seen the shifts and left them, and the other way round;
 * unless a part of the answer is not understood for sure: then that is asked.
 */
function answerOffer(taken: Taken, moves: Moves): Taken {
  const { session } = taken;
  const { offers } = planOf(session);
  const doubted = offers.some((slot) => session.tentative.some((fill) => fill.slot === slot));
  const answered =
    moves.accept || moves.finish || offers.some((slot) => changed(taken, slot) && !doubted);
  if (!moves.keepTeam && !(wasOffered(session) && answered)) return taken;
  const settled = moves.keepTeam || moves.finish ? offers : [];
  const tentative = session.tentative.filter(({ slot }) => !settled.includes(slot));
  return { ...taken, session: { ...session, tentative, team_accepted: true } };
}

/** Also where only a part of the answer to the offer was open: the offer begins with its first slot. */
function wasOffered(session: Session): boolean {
  const { pending, asked } = session;
  const { offers } = planOf(session);
  const [first] = offers;
  if (pending?.kind !== 'confirm') return pending?.kind === 'offer';
  return offers.includes(pending.slot) && first !== undefined && asked.includes(first);
}

/** Optional: not asked again. Required: asked again when nothing else is left. */
function skipPending(taken: Taken): Taken {
  const { session } = taken;
  const slot = session.pending?.slot;
  if (!slot || session.slots[slot]) return taken;
  if (session.pending?.kind === 'offer') return keepTeam(taken);
  if (isRequired(session, slot)) {
    const deferred = [...session.deferred.filter((put) => put !== slot), slot];
    return { ...taken, session: { ...session, deferred } };
  }
  return { ...taken, session: { ...session, skipped: [...session.skipped, slot] } };
}

const keepTeam = (taken: Taken): Taken => ({
  ...taken,
  session: { ...taken.session, team_accepted: true },
});

function leaveOutOptional(taken: Taken): Taken {
  const { session } = taken;
  const optional = missingSlots(session).filter((slot) => !isRequired(session, slot));
  return { ...taken, session: { ...session, skipped: [...session.skipped, ...optional] } };
}

/** Who asks why a fact is needed is asked for that fact next. */
function explained({ session }: Taken, { why }: Moves): PendingQuestion | null {
  const slot = why?.slot;
  const askable = slot && missingSlots(session).includes(slot);
  const guessed = session.tentative.some((fill) => fill.slot === slot);
  return askable && !guessed ? { slot, kind: 'fill' } : null;
}

/** A question about documents and the like changes nothing: what was asked before is asked again. */
function digressedFrom(
  { session, changes, conflicts, refused }: Taken,
  moves: Moves,
): PendingQuestion | null {
  const digresses =
    moves.documentQuestion !== null || moves.summary || moves.why || moves.smallTalk !== null;
  const answers = moves.accept || moves.decline || moves.skip || moves.finish || moves.keepTeam;
  const heard = changes.length + conflicts.length + refused.length > 0;
  const doubts = nextQuestion(session)?.kind === 'confirm';
  return digresses && !answers && !heard && !doubts ? session.pending : null;
}

/** The question before the pending one; its value stands until a new one is given. */
function questionBefore({ session, changes }: Taken): PendingQuestion | null {
  if (changes.length > 0) return null;
  const earlier = session.asked.filter((slot) => slot !== session.pending?.slot);
  const slot = earlier.at(-1) ?? session.pending?.slot;
  return slot ? { slot, kind: session.slots[slot] ? 'revisit' : 'fill' } : null;
}
