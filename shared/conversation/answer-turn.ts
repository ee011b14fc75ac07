import { sessionAnsweredV1 } from '#events/session-answered.v1.ts';
import type { Caller } from '#shared/http/caller.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import { proposeFromContext } from './context-proposer.ts';
import { TurnConflictError } from './errors.ts';
import { hear } from './hear.ts';
import { type AnsweredTurn, presentStatus, withQuestions } from './present-session.ts';
import type { Proposer } from './proposer.ts';
import type { Session } from './session.ts';
import { findSession, putSession, putTurn } from './session-store.ts';
import { step } from './step.ts';
import { type TurnDeps, takeTurn } from './take-turn.ts';
import { loadWording } from './wording.ts';

export interface AnswerTurnDeps extends TurnDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly proposer: Proposer;
}

export interface AnswerTurn {
  readonly sessionId: string;
  readonly text: string;
  /** The turn the client has seen. */
  readonly turn?: number;
  readonly context?: Readonly<Record<string, unknown>>;
}

/**
 * One message of a conversation: understood, stored and answered in one transaction on top of the turn
 * that was read. @throws NotFoundError, TurnConflictError with the current state, InvalidStateError
 */
export async function answerTurn(
  deps: AnswerTurnDeps,
  caller: Caller,
  command: AnswerTurn,
): Promise<Decision<AnsweredTurn>> {
  const session = await findOwnSession(deps.table, caller, command.sessionId);
  if (command.turn !== undefined && command.turn !== session.turn)
    throw await movedOn(command.turn, session);

  const now = deps.clock.now();
  const at = now.toISOString();
  const wording = await loadWording(session.language);
  const { moves, proposals: said } = await hear(
    deps.proposer,
    caller.tenant,
    session,
    command.text,
  );
  const proposals = [...said, ...proposeFromContext(command.context ?? {})];
  const result = step(session, { wording, at }, { moves, proposals });
  const taken = await takeTurn(deps, caller, result, now);
  const { turn } = taken.session;
  const record = { turn, text: command.text, at, moves, proposals, reply: taken.reply };
  return {
    writes: [putSession(taken.session, session), putTurn(session.id, record), ...taken.writes],
    events: [sessionAnswered(taken.session, result.changes.length), ...taken.events],
    audit: [
      { action: 'session.answered', target: session.id, before: session, after: taken.session },
    ],
    response: taken,
    reconsider: async (refusal) => {
      if (!(refusal instanceof TurnConflictError)) throw refusal;
      throw await movedOn(session.turn, await findOwnSession(deps.table, caller, session.id));
    },
  };
}

const movedOn = async (seen: number, current: Session): Promise<TurnConflictError> =>
  new TurnConflictError(seen, current.turn, presentStatus(await withQuestions(current)));

/** The caller's own session; somebody else's does not exist for them. @throws NotFoundError */
export async function findOwnSession(
  table: Table,
  caller: Caller,
  sessionId: string,
): Promise<Session> {
  const session = await findSession(table, caller.tenant, sessionId);
  if (session?.owner !== caller.userId) throw new NotFoundError('There is no such conversation');
  return session;
}

const sessionAnswered = (session: Session, slots_filled: number) => ({
  name: sessionAnsweredV1.name,
  data: {
    session_id: session.id,
    owner: session.owner,
    language: session.language,
    type: session.type,
    turn: session.turn,
    slots_filled,
  },
});
