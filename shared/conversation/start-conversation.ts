import { sessionCancelledV1 } from '#events/session-cancelled.v1.ts';
import { sessionStartedV1 } from '#events/session-started.v1.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { AppError } from '#shared/runtime/app-error.ts';
import { type Decision, justAnswer, mapResponse } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import type { AnswerTurnDeps } from './answer-turn.ts';
import { decideTurn } from './decide-turn.ts';
import { SessionConflictError } from './errors.ts';
import { cancel } from './lifecycle.ts';
import { conflictWithNow } from './own-session.ts';
import { type AnsweredTurn, withQuestions } from './present-session.ts';
import { type ConversationType, newSession, type Session } from './session.ts';
import { ACTIVE_STATES, ANSWERABLE_STATES } from './session-state.ts';
import {
  claimActive,
  createSession,
  findSession,
  putSession,
  reclaimActive,
  releaseActive,
} from './session-store.ts';
import { openDialogue } from './step.ts';
import { takeTurn } from './take-turn.ts';
import { putTurn } from './turn-store.ts';
import { understand } from './understand.ts';
import { loadWording } from './wording.ts';

/** A session that nobody has answered for this long gives way to a new start. */
const IDLE_MS = 30 * 60_000;

export interface StartConversation {
  readonly language: string;
  readonly type: ConversationType;
  readonly userType?: string;
  readonly clientContext: Session['client_context'];
  readonly initialInput?: string;
  readonly resumeExisting: boolean;
}

export interface StartedConversation extends AnsweredTurn {
  readonly resumed: boolean;
}

type Started = Decision<StartedConversation>;

/**
 * Begins a conversation with what was said already. Whoever has an active one of this type resumes it,
 * is refused, or, once it has gone idle, replaces it.
 * @throws SessionConflictError with the id of the active session
 */
export async function startConversation(
  deps: AnswerTurnDeps,
  caller: Caller,
  command: StartConversation,
): Promise<Started> {
  const { started, decision } = await begin(deps, caller, command);
  return {
    ...decision,
    writes: [claimActive(started), ...decision.writes],
    reconsider: (refusal) => meetActive(deps, caller, command, refusal),
  };
}

async function begin(deps: AnswerTurnDeps, caller: Caller, command: StartConversation) {
  const now = deps.clock.now();
  const at = now.toISOString();
  const { language, type, userType, clientContext, initialInput: text = '' } = command;
  const blank = newSession({
    id: deps.ids.uuid(),
    owner: caller.userId,
    language,
    type,
    clientContext,
    at,
    ...(userType && { userType }),
  });
  const wording = await loadWording(language);
  const message = { text, context: clientContext };
  const { moves, proposals } = await understand(deps, caller.tenant, blank, wording, message);
  const opening = openDialogue(blank, wording, { moves, proposals });
  const taken = await takeTurn(deps, caller, opening, now);
  const { session } = taken;
  // What ends at once gives no claim back: it has taken none.
  const released = releaseActive(blank).map(({ key }) => key.partition);
  const ownWrites = taken.writes.filter(({ key }) => !released.includes(key.partition));
  const { reply, citations } = taken;
  const record = { turn: 0, text, at, moves, proposals, reply, citations: [...citations] };
  const decision: Started = {
    writes: [...createSession(session), putTurn(session.id, record), ...ownWrites],
    events: [sessionStarted(session), ...taken.events],
    audit: [{ action: 'session.started', target: session.id, after: session }],
    response: { ...taken, resumed: false },
  };
  return { started: session, decision };
}

/** Another session holds the claim: go on with it, give up, or replace it when it has gone idle. */
async function meetActive(
  deps: AnswerTurnDeps,
  caller: Caller,
  command: StartConversation,
  refusal: AppError,
): Promise<Started> {
  if (!(refusal instanceof SessionConflictError)) throw refusal;
  const active = await findSession(deps.table, caller.tenant, refusal.sessionId);
  if (!active || !ACTIVE_STATES.includes(active.state))
    return replace(deps, caller, command, refusal.sessionId, []);
  const idleMs = deps.clock.now().getTime() - Date.parse(active.last_activity_at);
  if (command.resumeExisting) return goOn(deps, caller, command, active);
  if (idleMs < IDLE_MS || active.task_id !== null || !ANSWERABLE_STATES.includes(active.state))
    throw refusal;
  const cancelled = putSession(cancel(active, 'idle'), active);
  const replaced = await replace(deps, caller, command, active.id, [cancelled]);
  return { ...replaced, events: [sessionCancelled(active), ...replaced.events] };
}

async function replace(
  deps: AnswerTurnDeps,
  caller: Caller,
  command: StartConversation,
  formerId: string,
  writes: readonly Write[],
): Promise<Started> {
  const { started, decision } = await begin(deps, caller, command);
  return {
    ...decision,
    writes: [reclaimActive(started, formerId), ...writes, ...decision.writes],
    reconsider: (refusal) => meetActive(deps, caller, command, refusal),
  };
}

/** What is said with the wish to resume is the next turn; the session keeps its language and context. */
async function goOn(
  deps: AnswerTurnDeps,
  caller: Caller,
  { initialInput: text }: StartConversation,
  active: Session,
): Promise<Started> {
  const free = active.task_id === null && ANSWERABLE_STATES.includes(active.state);
  if (!text || !free) return justAnswer(await resumed(active));
  const turn = await decideTurn(deps, caller, active, { text });
  return {
    ...mapResponse(turn, (answered) => ({ ...answered, resumed: true })),
    reconsider: conflictWithNow(deps.table, caller, active),
  };
}

async function resumed(session: Session): Promise<StartedConversation> {
  const [{ questions }, { say }] = await Promise.all([
    withQuestions(session),
    loadWording(session.language),
  ]);
  const { reason } = session;
  const sentences = [
    ...(reason ? [say('reply.came_back', { reason })] : []),
    ...questions.map(({ question }) => question),
  ];
  return { session, questions, reply: sentences.join(' '), citations: [], resumed: true };
}

const identity = ({ id: session_id, owner, language, type }: Session) => ({
  session_id,
  owner,
  language,
  type,
});

const sessionStarted = (session: Session) => ({
  name: sessionStartedV1.name,
  data: identity(session),
});

const sessionCancelled = (session: Session) => ({
  name: sessionCancelledV1.name,
  data: { ...identity(session), reason: 'idle' },
});
