import type { Recommendation } from '#shared/recommendations/recommendation.ts';
import { reviewOf } from './review.ts';
import type { Escalation, Session } from './session.ts';
import { nextState, PROGRESS, type SessionTransition } from './session-state.ts';

export interface PresentedDraft {
  readonly recommendations: readonly Recommendation[];
  readonly consensusConfidence: number;
  readonly changesetId: string;
}

/** `generating` → `awaiting_approval`: the draft is there and waits for people. */
export const presentDraft = (session: Session, draft: PresentedDraft): Session => ({
  ...moved(session, 'present_draft'),
  recommendations: [...draft.recommendations],
  consensus_confidence: draft.consensusConfidence,
  changeset_id: draft.changesetId,
});

/** Rejected, expired or stuck: the person can change what was said and draft again. */
export const resume = (session: Session, reason: string): Session => ({
  ...moved(session, 'resume'),
  reason,
  team_accepted: false,
  pending: reviewOf(session),
});

const TOO_LONG = 'That took too long and was given up. Please try again.';

/** What was left to the queue did not come to an end: the conversation is free to go on. */
export function giveUpTurn(session: Session): Session {
  const free = { ...session, task_id: null };
  if (session.state === 'generating') return resume(free, TOO_LONG);
  return { ...moved(free, 'answer'), reason: TOO_LONG };
}

export const complete = (session: Session): Session => moved(session, 'complete');

export const escalate = (session: Session, escalation: Escalation): Session => ({
  ...moved(session, 'escalate'),
  escalation,
});

export const cancel = (session: Session, reason: string): Session => ({
  ...moved(session, 'cancel'),
  reason,
});

/** 0 to 1. */
export const progressOf = ({ state }: Session): number => PROGRESS[state];

/** @throws InvalidStateError when the session cannot make this move. */
const moved = (session: Session, transition: SessionTransition): Session => ({
  ...session,
  state: nextState(session.state, transition),
});
