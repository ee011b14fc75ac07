import { composeReply, type Reply } from './compose-reply.ts';
import { TurnConflictError } from './errors.ts';
import { followMoves } from './follow-moves.ts';
import type { Heard } from './hear.ts';
import type { Moves } from './moves.ts';
import { isDraftable, nextQuestion } from './next-question.ts';
import { DIALOGUE_POLICY, type DialoguePolicy } from './policy.ts';
import type { Proposal } from './proposer.ts';
import { openQuestions, type Question } from './question.ts';
import { reviewOf } from './review.ts';
import { blankDialogue, type PendingQuestion, type Session } from './session.ts';
import { nextState } from './session-state.ts';
import { type SlotChange, type Taken, takeProposals } from './take-proposals.ts';
import { suggestUsual } from './usual-values.ts';
import type { Wording } from './wording.ts';

export interface StepInput {
  /** How to answer. */
  readonly wording: Wording;
  /** The turn the person was answering; a session that has moved on refuses it. */
  readonly turn?: number;
  /** ISO 8601. */
  readonly at: string;
}

/** What the use case still has to do, in the same turn. */
export type Effect =
  | { readonly kind: 'draft' }
  /** Look into a problem whose facts are complete. */
  | { readonly kind: 'look_into' }
  /** Keep a wish whose facts are complete. */
  | { readonly kind: 'record' }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'escalate'; readonly reason: string; readonly urgency: 'medium' };

export interface StepResult {
  readonly session: Session;
  readonly reply: Reply;
  readonly questions: readonly Question[];
  readonly effects: readonly Effect[];
  readonly changes: readonly SlotChange[];
}

/**
 * One turn of the conversation, pure: the same session and the same that was heard give the same result,
 * and nothing but the slots decides what is asked next.
 * @throws TurnConflictError when the message answers another turn.
 * @throws InvalidStateError when the session does not take answers (any more).
 */
export function step(
  session: Session,
  input: StepInput,
  heard: Heard,
  policy: DialoguePolicy = DIALOGUE_POLICY,
): StepResult {
  if (input.turn !== undefined && input.turn !== session.turn) {
    throw new TurnConflictError(input.turn, session.turn);
  }
  const state = nextState(session.state, 'answer');
  const turned = { ...session, state, turn: session.turn + 1, last_activity_at: input.at };
  return converse(turned, input.wording, heard, policy);
}

/** The conversation before its first answer: what `initial_input` and `client_context` said already. */
export function openDialogue(
  session: Session,
  wording: Wording,
  heard: Heard,
  policy: DialoguePolicy = DIALOGUE_POLICY,
): StepResult {
  return converse(session, wording, heard, policy);
}

function converse(
  session: Session,
  wording: Wording,
  { moves, proposals }: Heard,
  policy: DialoguePolicy,
): StepResult {
  const ready = moves.startOverAt === null ? session : { ...session, ...blankDialogue() };
  const taken = takeProposals(ready, stillMeant(proposals, moves), policy);
  const followed = suggestUsual(followMoves(taken, moves, policy), moves);
  return finish(wording, session, followed, moves);
}

/** After "start over" only what follows those words is about the new start. */
const stillMeant = (proposals: readonly Proposal[], { startOverAt }: Moves): readonly Proposal[] =>
  startOverAt === null
    ? proposals
    : proposals.filter(({ span }) => span !== null && span.start >= startOverAt);

function finish(
  wording: Wording,
  before: Session,
  followed: Taken & { readonly backTo: PendingQuestion | null },
  moves: Moves,
): StepResult {
  const next = followed.backTo ?? nextQuestion(followed.session);
  const done = next === null && isDraftable(followed.session) && movedOn(followed, moves);
  const pending = done ? null : (next ?? reviewOf(followed.session));
  const session = done
    ? { ...followed.session, pending, state: nextState(followed.session.state, 'generate') }
    : withPending(followed.session, pending);
  const questions = openQuestions(wording, session);
  const taken = { ...followed, session };
  const reply = composeReply({ wording, before, taken, moves, questions, done });
  const effects = effectsOf(session, moves, done);
  return { session, reply, questions, effects, changes: followed.changes };
}

const movedOn = ({ changes }: Taken, moves: Moves): boolean =>
  changes.length > 0 || moves.accept || moves.keepTeam || moves.finish || moves.skip;

function withPending(session: Session, pending: PendingQuestion | null): Session {
  if (!pending || session.asked.at(-1) === pending.slot) return { ...session, pending };
  return { ...session, pending, asked: [...session.asked, pending.slot] };
}

/** What complete facts lead to, by the type of the conversation. */
const OUTCOMES = {
  initial_setup: { kind: 'draft' },
  config_update: { kind: 'draft' },
  troubleshooting: { kind: 'look_into' },
  feature_request: { kind: 'record' },
} as const satisfies Record<Session['type'], Effect>;

function effectsOf({ type }: Session, moves: Moves, done: boolean): Effect[] {
  return [
    ...(moves.documentQuestion ? [{ kind: 'search', query: moves.documentQuestion } as const] : []),
    ...(moves.human
      ? [{ kind: 'escalate', reason: 'asked_for_a_person', urgency: 'medium' } as const]
      : []),
    // A person who takes over decides what becomes of the facts.
    ...(done && !moves.human ? [OUTCOMES[type]] : []),
  ];
}
