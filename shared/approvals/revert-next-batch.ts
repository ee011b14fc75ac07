import { inApplicationOrder } from '#shared/changesets/application-order.ts';
import type { Change } from '#shared/changesets/change.ts';
import type { Obstacle } from '#shared/changesets/changeset.ts';
import {
  ChangesetMovedError,
  DependentsLeftError,
  StaleChangesetError,
} from '#shared/changesets/errors.ts';
import { invertChanges } from '#shared/changesets/invert-changes.ts';
import type { AppError } from '#shared/runtime/app-error.ts';
import { type ApplyTask, leaseFrom } from './apply-task.ts';
import { putTask } from './apply-task-store.ts';
import {
  type Batch,
  type CarryOut,
  largest,
  mendable,
  type Step,
  USUAL_BATCH,
  writesOf,
} from './batch-step.ts';
import { endOfReversal } from './end-of-reversal.ts';

/** So many of what is left are named. */
const MAX_LEFT = 100;

/** Some changes back, the last first; at the end what has become of the changeset. */
export async function revertNextBatch(step: Step): Promise<Batch> {
  const { deps, changeset, batch, carryOut } = step;
  const { task, limit = USUAL_BATCH } = batch;
  if (task.done === 0) return { task: await giveUp(step) };
  const now = deps.clock.now();
  const applied = inApplicationOrder(changeset.changes).slice(0, task.done);
  const inverse = largest(invertChanges(applied.slice(-limit)), (some) =>
    writesOf(changeset, some, now),
  );
  const next = { ...task, done: task.done - inverse.length, lease_until: leaseFrom(now) };
  try {
    await carryOut({ writes: [putTask(next, task), ...writesOf(changeset, inverse, now)] });
    return { task: next, limit: Math.min(USUAL_BATCH, limit * 2) };
  } catch (error) {
    const why = mendable(error);
    const [only] = inverse;
    if (inverse.length > 1 || !only)
      return { task, limit: Math.max(1, Math.floor(inverse.length / 2)) };
    return { task: await leave(next, task, only, why, carryOut), limit: 1 };
  }
}

async function giveUp({ deps, changeset, batch: { task }, carryOut }: Step): Promise<ApplyTask> {
  const ended: ApplyTask = { ...task, state: 'ended' };
  const { target, ...end } = endOfReversal(changeset, task, deps.clock.now());
  const writes = [putTask(ended, task), ...end.writes];
  try {
    await carryOut({ ...end, writes: [...writes, ...target] });
  } catch (error) {
    // What was to be rolled back has become something else meanwhile; that is not ours to say.
    if (!(error instanceof ChangesetMovedError) || target.length === 0) throw error;
    await carryOut({ ...end, writes });
  }
  return ended;
}

/** Somebody else's later change stands in the way: theirs stays, and so does ours. */
async function leave(
  next: ApplyTask,
  task: ApplyTask,
  { entity_id }: Change,
  why: AppError,
  carryOut: CarryOut,
): Promise<ApplyTask> {
  const obstacle = { entity_id, code: codeOf(why), reason: why.message };
  const left = [...task.left, obstacle].slice(0, MAX_LEFT);
  await carryOut({ writes: [putTask({ ...next, left }, task)] });
  return { ...next, left };
}

function codeOf(why: AppError): Obstacle['code'] {
  if (why instanceof DependentsLeftError) return 'has_dependents';
  return why instanceof StaleChangesetError ? 'changed_since' : 'parent_gone';
}
