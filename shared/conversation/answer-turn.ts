import type { Caller } from '#shared/http/caller.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import { type DecideTurnDeps, decideTurn, type Said } from './decide-turn.ts';
import { conflictWithNow, findFreeSession } from './own-session.ts';
import type { AnsweredTurn } from './present-session.ts';

export interface AnswerTurnDeps extends DecideTurnDeps {
  readonly table: Table;
}

export interface AnswerTurn extends Said {
  readonly sessionId: string;
  /** The turn the client has seen. */
  readonly turn?: number;
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
  const session = await findFreeSession(deps.table, caller, command.sessionId, command.turn);
  const decision = await decideTurn(deps, caller, session, command);
  return { ...decision, reconsider: conflictWithNow(deps.table, caller, session) };
}
