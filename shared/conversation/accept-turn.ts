import * as z from 'zod';
import type { Caller } from '#shared/http/caller.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { AnswerTurn } from './answer-turn.ts';
import { whileNobodyAsks } from './asking-lock.ts';
import { conflictWithNow, findFreeSession } from './own-session.ts';
import { nextState } from './session-state.ts';
import { putSession } from './session-store.ts';
import { newTask, type TurnTask, turnAccepted } from './turn-task.ts';
import { createTask } from './turn-task-store.ts';

export interface AcceptTurnDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly ids: { uuid(): string };
  /** Whether somebody may be asking a model about this very turn. @default nobody does */
  readonly asksModel?: () => Promise<boolean>;
}

/**
 * Takes a message on without working on it: it is stored, the conversation waits for it, and the queue
 * is told, in one transaction.
 * @throws NotFoundError, TurnConflictError with the current state, InvalidStateError
 */
export async function acceptTurn(
  deps: AcceptTurnDeps,
  caller: Caller,
  { sessionId, turn, text, context }: AnswerTurn,
): Promise<Decision<TurnTask>> {
  const session = await findFreeSession(deps.table, caller, sessionId, turn);
  nextState(session.state, 'answer');
  const at = deps.clock.now();
  const work = { kind: 'answer', text, context: json.parse(context ?? {}) } as const;
  const task = newTask(caller, { id: deps.ids.uuid(), sessionId, work, at });
  const waiting = { ...session, task_id: task.task_id, last_activity_at: at.toISOString() };
  return {
    writes: [
      putSession(waiting, session),
      createTask(task),
      ...((await deps.asksModel?.()) ? [whileNobodyAsks(session, at)] : []),
    ],
    events: [turnAccepted(task)],
    audit: [],
    response: task,
    reconsider: conflictWithNow(deps.table, caller, session),
  };
}

const json = z.record(z.string(), z.json());
