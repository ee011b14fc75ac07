import type { Caller } from '#shared/http/caller.ts';
import { type AppError, NotFoundError } from '#shared/runtime/app-error.ts';
import type { Table } from '#shared/store/table.ts';
import { TurnConflictError } from './errors.ts';
import { presentStatus, withQuestions } from './present-session.ts';
import type { Session } from './session.ts';
import { findSession } from './session-store.ts';

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

/**
 * The caller's own session, when nothing is under way in it and it is where the caller saw it.
 * @throws NotFoundError, TurnConflictError with the current state
 */
export async function findFreeSession(
  table: Table,
  caller: Caller,
  sessionId: string,
  seenTurn?: number,
): Promise<Session> {
  const session = await findOwnSession(table, caller, sessionId);
  const seen = seenTurn ?? session.turn;
  if (session.task_id !== null || seen !== session.turn) throw await conflict(seen, session);
  return session;
}

/** Second thoughts of a command that came too late: it is told where the conversation is now. */
export const conflictWithNow =
  (table: Table, caller: Caller, read: Session) =>
  async (refusal: AppError): Promise<never> => {
    if (!(refusal instanceof TurnConflictError)) throw refusal;
    throw await conflict(read.turn, await findOwnSession(table, caller, read.id));
  };

const conflict = async (seen: number, current: Session): Promise<TurnConflictError> =>
  new TurnConflictError(seen, current.turn, presentStatus(await withQuestions(current)));
