import { forEachDue } from '#shared/queue/for-each-due.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import { justAnswer } from '#shared/store/decision.ts';
import type { DueItem, PlatformTable } from '#shared/store/platform-table.ts';
import { giveUpTurn } from './lifecycle.ts';
import { sessionSchema } from './session.ts';
import { findSession, putSession, TURN_QUEUE, turnDueAt } from './session-store.ts';
import { endTask, findTask } from './turn-task-store.ts';

export interface EndStuckTurnsDeps extends CommitDeps {
  readonly waiting: PlatformTable;
}

/**
 * Gives up turns that the queue has not ended in time, so that their people can go on. A worker that
 * is late all the same finds its task ended. Returns how many there were. Safe to repeat.
 */
export const endStuckTurns = (deps: EndStuckTurnsDeps): Promise<number> =>
  forEachDue(deps, TURN_QUEUE, 'stuck turn not ended', (due) => endStuckTurn(deps, due));

/** The index lags: what counts is the session as it is now. */
async function endStuckTurn(deps: EndStuckTurnsDeps, { tenant, item }: DueItem): Promise<number> {
  const session = await findSession(deps.table, tenant, sessionSchema.parse(item).id);
  if (!session?.task_id || turnDueAt(session) > deps.clock.now().toISOString()) return 0;
  const task = await findTask(deps.table, tenant, session.id, session.task_id);
  const freed = giveUpTurn(session);
  await commit(
    deps,
    {
      tenant,
      actor: { id: 'due-timers', via: 'schedule/due-timers' },
      correlationId: task?.asker.correlation_id ?? session.id,
    },
    {
      writes: [putSession(freed, session), ...(task ? [endTask(task, 'given_up')] : [])],
      events: [],
      audit: [
        { action: 'session.turn_given_up', target: session.id, before: session, after: freed },
      ],
      response: undefined,
      reconsider: async () => justAnswer(undefined),
    },
  );
  return 1;
}
