import * as z from 'zod';
import { parseSlotValue, sameValue, withSlot } from '#shared/slots/filled-slots.ts';
import type { FilledSlots, SlotName } from '#shared/slots/slot-values.ts';
import { completeHours, partialHours } from './partial-hours.ts';
import type { DialoguePolicy } from './policy.ts';
import type { Proposal } from './proposer.ts';
import type { Session, TentativeFill } from './session.ts';
import { planShifts, shiftPattern } from './shift-pattern.ts';

export interface SlotChange {
  readonly slot: SlotName;
  readonly value: unknown;
  /** Undefined where the slot was empty. */
  readonly before: unknown;
}

export interface Taken {
  readonly session: Session;
  readonly changes: readonly SlotChange[];
  /** Slots for which a value outside the bounds was given. */
  readonly refused: readonly SlotName[];
  /** Where one message gave different values for a slot. */
  readonly conflicts: readonly Conflict[];
}

interface Conflict {
  readonly slot: SlotName;
  /** Each different value once, in the order of the message. */
  readonly values: readonly unknown[];
}

/**
 * What of the proposals becomes a value. A valid, certain one fills an empty slot; a very certain one
 * replaces; an uncertain one waits for a yes; two that disagree cancel each other; an invalid one does
 * nothing but is named, so that the reply can say why.
 */
export function takeProposals(
  session: Session,
  proposals: readonly Proposal[],
  policy: DialoguePolicy,
): Taken {
  const start: Taken = {
    session,
    changes: [],
    refused: [],
    conflicts: [],
  };
  const slots = new Set(proposals.map(({ slot }) => slot));
  const taken = [...slots].reduce((before, slot) => {
    const claims = proposals.filter((proposal) => proposal.slot === slot);
    return takeSlot(before, slot, claims, policy);
  }, start);
  return planSpokenShifts(taken, policy);
}

/**
 * "Two shifts of twelve hours" waits until people and opening hours are known. Where it contradicts them,
 * it is asked about; where shifts are spelled out already, it has nothing to wait for.
 */
function planSpokenShifts(taken: Taken, policy: DialoguePolicy): Taken {
  const { session } = taken;
  const fill = session.tentative.find(({ slot }) => slot === 'shifts');
  const pattern = shiftPattern.safeParse(fill?.value).data;
  if (!fill || !pattern) return taken;
  const tentative = session.tentative.filter((other) => other !== fill);
  const waiting = { ...taken, session: { ...session, tentative } };
  const planned = planShifts(pattern, session.slots, session.language);
  if (!planned) return session.slots.shifts ? waiting : taken;
  const value = z.json().parse(planned.shifts);
  if (planned.fits) return takeValue(waiting, { ...fill, value }, policy);
  const doubtful = { ...fill, value, confidence: policy.guessFrom };
  return { ...taken, session: holdTentative(waiting.session, [doubtful]) };
}

function takeSlot(
  taken: Taken,
  slot: SlotName,
  claims: readonly Proposal[],
  policy: DialoguePolicy,
): Taken {
  const valid = claims.flatMap((claim) => readable(taken.session, claim));
  if (valid.length === 0) return refuse(taken, slot);
  const certain = valid.filter(({ confidence }) => confidence >= policy.acceptFrom);
  const best = certain.toSorted((a, b) => b.confidence - a.confidence)[0];
  const guesses = valid.filter(({ confidence }) => confidence >= policy.guessFrom);
  if (!best) return { ...taken, session: doubt(taken.session, slot, guesses) };
  const values = different(certain.map(({ value }) => value));
  if (values.length > 1) return dispute(taken, { slot, values });
  return takeValue(taken, best, policy);
}

const different = (values: readonly unknown[]): unknown[] =>
  values.filter((value, at) => values.findIndex((other) => sameValue(value, other)) === at);

/** What was guessed before is no longer worth a question: the person has spoken about it since. */
const dispute = (taken: Taken, conflict: Conflict): Taken => ({
  ...taken,
  session: {
    ...taken.session,
    tentative: taken.session.tentative.filter(({ slot }) => slot !== conflict.slot),
  },
  conflicts: [...taken.conflicts, conflict],
});

/** What was refused is still what the talk is about: "no, thirty-two" gives another value for it. */
const refuse = (taken: Taken, slot: SlotName): Taken => ({
  ...taken,
  session: { ...taken.session, touched: [...changedSlots(taken), slot] },
  refused: [...taken.refused, slot],
});

/** The claim with a value its slot accepts, or with half of the hours; nothing when it fits neither. */
function readable(session: Session, { slot, value, confidence, span }: Proposal): TentativeFill[] {
  const source = span && { turn: session.turn, ...span };
  const fill = (accepted: TentativeFill['value']) => [
    { slot, value: accepted, confidence, source },
  ];
  const half = slot === 'operating_hours' ? partialHours.safeParse(value).data : undefined;
  if (half) return fill(completeHours(half, knownHours(session)));
  const pattern = slot === 'shifts' ? shiftPattern.safeParse(value).data : undefined;
  if (pattern) return fill(z.json().parse(pattern));
  const accepted = parseSlotValue(slot, value);
  return accepted === undefined ? [] : fill(accepted);
}

function knownHours({ slots, tentative }: Session) {
  const heard = tentative.find(({ slot }) => slot === 'operating_hours')?.value;
  return slots.operating_hours?.value ?? partialHours.safeParse(heard).data;
}

function takeValue(taken: Taken, fill: TentativeFill, policy: DialoguePolicy): Taken {
  const { session } = taken;
  const { slot, value, confidence, source } = fill;
  if (parseSlotValue(slot, value) === undefined) {
    return { ...taken, session: holdTentative(session, [fill]) };
  }
  const before = session.slots[slot];
  if (before && sameValue(before.value, value)) {
    const confident = { ...before, confidence: Math.max(before.confidence, confidence) };
    return { ...taken, session: settled(session, slot, withSlot(session.slots, slot, confident)) };
  }
  const answersQuestion = session.pending?.slot === slot;
  if (before && !answersQuestion && confidence < policy.replaceFrom) {
    return { ...taken, session: holdTentative(session, [fill]) };
  }
  const slots = withSlot(session.slots, slot, { value, confidence, source });
  const filled = settled(session, slot, slots);
  return {
    ...taken,
    session: { ...filled, touched: [...changedSlots(taken), slot] },
    changes: [...taken.changes, { slot, value, before: before?.value }],
  };
}

/** What the last message that changed something changed; a digression in between forgets nothing. */
const changedSlots = ({ changes }: Taken): SlotName[] => changes.map(({ slot }) => slot);

/** A slot that has its value needs no question, no second thought and no "later" any more. */
function settled(session: Session, slot: SlotName, slots: FilledSlots): Session {
  return {
    ...session,
    slots,
    tentative: session.tentative.filter((fill) => fill.slot !== slot),
    deferred: session.deferred.filter((put) => put !== slot),
  };
}

/** A doubtful value says nothing against one that was taken. */
const doubt = (session: Session, slot: SlotName, fills: readonly TentativeFill[]): Session =>
  session.slots[slot] ? session : holdTentative(session, fills);

/** Keeps the most certain of several doubtful values; equal doubts about different values keep none. */
function holdTentative(session: Session, fills: readonly TentativeFill[]): Session {
  const [best, second] = fills.toSorted((a, b) => b.confidence - a.confidence);
  if (!best) return session;
  const undecided =
    second && second.confidence === best.confidence && !sameValue(second.value, best.value);
  const others = session.tentative.filter(({ slot }) => slot !== best.slot);
  return { ...session, tentative: undecided ? others : [...others, best] };
}
