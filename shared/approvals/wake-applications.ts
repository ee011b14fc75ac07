import { forEachDue } from '#shared/queue/for-each-due.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import type { DueItem, PlatformTable } from '#shared/store/platform-table.ts';
import { applicationAccepted, applyTask, leaseFrom } from './apply-task.ts';
import { APPLICATION_QUEUE, findApplyTask } from './apply-task-store.ts';

export interface WakeApplicationsDeps extends CommitDeps {
  readonly waiting: PlatformTable;
}

/**
 * Brings applications to the queue again that nobody has moved on in time: their worker died, or their
 * message was lost. Returns how many. Safe to repeat: a worker only takes on what nobody works at.
 */
export const wakeApplications = (deps: WakeApplicationsDeps): Promise<number> =>
  forEachDue(deps, APPLICATION_QUEUE, 'application not woken', (due) => wake(deps, due));

/** The index lags: what counts is the task as it is now. */
async function wake(deps: WakeApplicationsDeps, due: DueItem): Promise<number> {
  const { tenant } = due;
  const task = await findApplyTask(deps.table, tenant, applyTask.parse(due.item));
  const now = deps.clock.now();
  if (!task || task.state === 'ended' || task.lease_until > now.toISOString()) return 0;
  const { correlation_id: correlationId } = task.on_behalf_of;
  await commit(
    deps,
    { tenant, actor: { id: 'due-timers' }, correlationId },
    { writes: [], events: [applicationAccepted(task)], audit: [], response: undefined },
  );
  // After the event: a crash before this line brings it once more, which is harmless.
  await deps.waiting.postpone(due, new Date(leaseFrom(now)));
  return 1;
}
