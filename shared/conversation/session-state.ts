import * as z from 'zod';
import { InvalidStateError } from '#shared/runtime/app-error.ts';

export const sessionState = z.enum([
  'started',
  'in_progress',
  'generating',
  'awaiting_approval',
  'completed',
  'escalated',
  'cancelled',
  'failed',
]);
export type SessionState = z.infer<typeof sessionState>;

interface Transition {
  readonly from: readonly SessionState[];
  readonly to: SessionState;
}

/** Every move a session can make. A store turns `from` into the condition of its write. */
export const SESSION_TRANSITIONS = {
  answer: { from: ['started', 'in_progress'], to: 'in_progress' },
  generate: { from: ['started', 'in_progress'], to: 'generating' },
  present_draft: { from: ['generating'], to: 'awaiting_approval' },
  resume: { from: ['generating', 'awaiting_approval', 'failed'], to: 'in_progress' },
  complete: { from: ['generating', 'awaiting_approval'], to: 'completed' },
  escalate: {
    from: ['started', 'in_progress', 'generating', 'awaiting_approval'],
    to: 'escalated',
  },
  cancel: { from: ['started', 'in_progress', 'generating', 'awaiting_approval'], to: 'cancelled' },
  fail: { from: ['started', 'in_progress', 'generating'], to: 'failed' },
} as const satisfies Record<string, Transition>;

export type SessionTransition = keyof typeof SESSION_TRANSITIONS;

/** How far along each state is, for a progress bar. Side exits keep the progress of their step. */
export const PROGRESS = {
  started: 0.1,
  in_progress: 0.3,
  generating: 0.6,
  awaiting_approval: 0.8,
  completed: 1,
  escalated: 0.3,
  cancelled: 0.1,
  failed: 0.6,
} as const satisfies Record<SessionState, number>;

/** States in which a message of the user is understood as an answer. */
export const ANSWERABLE_STATES: readonly SessionState[] = SESSION_TRANSITIONS.answer.from;

/** States that block another session of the same person and type. */
export const ACTIVE_STATES: readonly SessionState[] = ['started', 'in_progress', 'generating'];

/** What a person can do where nothing more can be said. */
const INSTEAD_OF_ANSWERS: Partial<Record<SessionState, string>> = {
  generating: 'Wait for the draft; its status tells when it is there',
  awaiting_approval: 'To change the draft, ask an approver to edit it or to reject it',
  completed: 'Start another conversation, of type config_update to change what was set up',
  escalated: 'A person has taken over; start another conversation for anything else',
  cancelled: 'Start another conversation',
};

/** @throws InvalidStateError when the move is not allowed from this state. */
export function nextState(state: SessionState, transition: SessionTransition): SessionState {
  const { from, to }: Transition = SESSION_TRANSITIONS[transition];
  if (!from.includes(state)) {
    const refused = `A session that is ${state} cannot ${transition.replace('_', ' ')}`;
    const instead = transition === 'answer' ? INSTEAD_OF_ANSWERS[state] : undefined;
    throw new InvalidStateError(instead ? `${refused}. ${instead}` : refused, { state });
  }
  return to;
}
