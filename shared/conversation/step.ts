import { composeReply, type Reply } from './compose-reply.ts';
import { TurnConflictError } from './errors.ts';
import { followMoves } from './follow-moves.ts';
import type { Moves } from './moves.ts';
import { isDraftable, nextQuestion } from './next-question.ts';
import { DIALOGUE_POLICY, type DialoguePolicy } from './policy.ts';
import type { Proposal } from './proposer.ts';
import { presentQuestion, type Question } from './question.ts';
import { readMoves } from './rule-proposer/read-moves.ts';
import { blankDialogue, type PendingQuestion, type Session } from './session.ts';
import { nextState } from './session-state.ts';
import { type SlotChange, type Taken, takeProposals } from './take-proposals.ts';

export interface StepInput {
  readonly text: string;
  /** The turn the person was answering; a session that has moved on refuses it. */
  readonly turn?: number;
  /** ISO 8601. */
  readonly at: string;
}

/** What the use case still has to do, in the same turn. */
export type Effect =
  | { readonly kind: 'draft' }
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
 * One turn of the conversation, pure: the same session, message and proposals give the same result, and
 * nothing but the slots decides what is asked next.
 * @throws TurnConflictError when the message answers another turn.
 * @throws InvalidStateError when the session does not take answers (any more).
 */
export function step(
  session: Session,
  input: StepInput,
  proposals: readonly Proposal[],
  policy: DialoguePolicy = DIALOGUE_POLICY,
): StepResult {
  if (input.turn !== undefined && input.turn !== session.turn) {
    throw new TurnConflictError(input.turn, session.turn);
  }
  const state = nextState(session.state, 'answer');
  const turned = { ...session, state, turn: session.turn + 1, last_activity_at: input.at };
  return converse(turned, input.text, proposals, policy);
}

/** The conversation before its first answer: what `initial_input` and `client_context` said already. */
export function openDialogue(
  session: Session,
  input: { readonly text?: string },
  proposals: readonly Proposal[],
  policy: DialoguePolicy = DIALOGUE_POLICY,
): StepResult {
  return converse(session, input.text ?? '', proposals, policy);
}

/** The questions that are open in a session that is read again. */
export const openQuestions = (session: Session): Question[] =>
  session.pending ? [presentQuestion(session, session.pending)] : [];

function converse(
  session: Session,
  text: string,
  proposals: readonly Proposal[],
  policy: DialoguePolicy,
): StepResult {
  const moves = readMoves({ text, language: session.language, pending: session.pending });
  const ready = moves.startOverAt === null ? session : { ...session, ...blankDialogue() };
  const taken = takeProposals(ready, stillMeant(proposals, moves), policy);
  const followed = followMoves(taken, moves, policy);
  return finish(session, followed, moves);
}

/** After "start over" only what follows those words is about the new start. */
const stillMeant = (proposals: readonly Proposal[], { startOverAt }: Moves): readonly Proposal[] =>
  startOverAt === null
    ? proposals
    : proposals.filter(({ span }) => span !== null && span.start >= startOverAt);

function finish(
  before: Session,
  followed: Taken & { readonly backTo: PendingQuestion | null },
  moves: Moves,
): StepResult {
  const next = followed.backTo ?? nextQuestion(followed.session);
  const done = next === null && isDraftable(followed.session) && movedOn(followed, moves);
  const pending = done ? null : (next ?? REVIEW);
  const session = done
    ? { ...followed.session, pending, state: nextState(followed.session.state, 'generate') }
    : withPending(followed.session, pending);
  const questions = openQuestions(session);
  const reply = composeReply({ before, taken: { ...followed, session }, moves, questions, done });
  return { session, reply, questions, effects: effectsOf(moves, done), changes: followed.changes };
}

/** Where everything is known but nothing happened, the person is asked whether that is how it stays. */
const REVIEW: PendingQuestion = { slot: 'staff_roles', kind: 'offer' };

const movedOn = ({ changes }: Taken, moves: Moves): boolean =>
  changes.length > 0 || moves.accept || moves.keepTeam || moves.finish || moves.skip;

function withPending(session: Session, pending: PendingQuestion | null): Session {
  if (!pending || session.asked.at(-1) === pending.slot) return { ...session, pending };
  return { ...session, pending, asked: [...session.asked, pending.slot] };
}

function effectsOf(moves: Moves, done: boolean): Effect[] {
  return [
    ...(moves.documentQuestion ? [{ kind: 'search', query: moves.documentQuestion } as const] : []),
    ...(moves.human
      ? [{ kind: 'escalate', reason: 'asked_for_a_person', urgency: 'medium' } as const]
      : []),
    ...(done ? [{ kind: 'draft' } as const] : []),
  ];
}
