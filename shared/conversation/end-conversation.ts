import { sessionCancelledV1 } from '#events/session-cancelled.v1.ts';
import { revised, UNDECIDED } from '#shared/changesets/changeset.ts';
import { findChangeset, putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import { type HandOver, handOver } from './hand-over.ts';
import { cancel } from './lifecycle.ts';
import { findFreeSession } from './own-session.ts';
import { type AskingSession, withQuestions } from './present-session.ts';
import type { Session } from './session.ts';
import { putSession, releaseActive } from './session-store.ts';
import type { TurnDeps } from './take-turn.ts';

export interface EndDeps extends Pick<TurnDeps, 'ids'> {
  readonly table: Table;
  readonly clock: Clock;
}

/**
 * Hands the conversation to a person, with a ticket.
 * @throws NotFoundError, InvalidStateError, TurnConflictError while a turn is under way
 */
export async function escalateConversation(
  deps: EndDeps,
  caller: Caller,
  sessionId: string,
  request: HandOver,
): Promise<Decision<AskingSession>> {
  const read = await findFreeSession(deps.table, caller, sessionId);
  const { session, writes, events } = handOver(deps, read, request, deps.clock.now());
  return {
    writes: [putSession(session, read), ...writes, ...(await withdrawDraft(deps, caller, read))],
    events,
    audit: [{ action: 'session.escalated', target: sessionId, before: read, after: session }],
    response: await withQuestions(session),
  };
}

/**
 * Gives the conversation up.
 * @throws NotFoundError, InvalidStateError, TurnConflictError while a turn is under way
 */
export async function cancelConversation(
  deps: EndDeps,
  caller: Caller,
  sessionId: string,
): Promise<Decision<AskingSession>> {
  const read = await findFreeSession(deps.table, caller, sessionId);
  const session = cancel(read, 'cancelled by the person');
  const { id: session_id, owner, language, type } = session;
  const data = { session_id, owner, language, type, reason: 'cancelled' };
  return {
    writes: [
      putSession(session, read),
      ...releaseActive(read),
      ...(await withdrawDraft(deps, caller, read)),
    ],
    events: [{ name: sessionCancelledV1.name, data }],
    audit: [{ action: 'session.cancelled', target: sessionId, before: read, after: session }],
    response: await withQuestions(session),
  };
}

/** A draft whose conversation ends before it was decided is not decided any more. */
async function withdrawDraft(
  { table, clock }: EndDeps,
  { tenant }: Caller,
  { changeset_id, state }: Session,
): Promise<readonly Write[]> {
  if (!changeset_id || state !== 'awaiting_approval') return [];
  const changeset = await findChangeset(table, tenant, changeset_id);
  if (!changeset || !UNDECIDED.includes(changeset.status)) return [];
  return [putChangeset(revised(changeset, { status: 'withdrawn' }, clock.now()))];
}
