import { inApplicationOrder } from '#shared/changesets/application-order.ts';
import { applyChanges } from '#shared/changesets/apply-changes.ts';
import type { Change } from '#shared/changesets/change.ts';
import type { Changeset, Obstacle } from '#shared/changesets/changeset.ts';
import { DependentsLeftError, StaleChangesetError } from '#shared/changesets/errors.ts';
import { invertChanges } from '#shared/changesets/invert-changes.ts';
import { AppError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, ContentionError } from '#shared/store/commit.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import { endOfApplication, stepsOf } from './apply-changeset.ts';
import { fitsOneTransaction } from './apply-size.ts';
import { type ApplyTask, leaseFrom } from './apply-task.ts';
import { LeaseLostError, putTask } from './apply-task-store.ts';
import type { ApprovalDeps } from './deps.ts';
import { endOfReversal } from './end-of-reversal.ts';

export interface Batch {
  readonly task: ApplyTask;
  /** The most changes to try at once: fewer after a refusal, so that one obstacle is found. */
  readonly limit?: number;
}

export type BatchDeps = Pick<CommitDeps, 'clock'> & Pick<ApprovalDeps, 'origins'>;
type CarryOut = (decision: Partial<Decision<unknown>>) => Promise<void>;

/** As many changes as fit when each is a resource and its line of history. */
const USUAL_BATCH = 45;

/**
 * The next transaction of an application: some more changes, or its end; where the configuration has
 * moved on, some changes back, until nothing is left of it but what others have changed since.
 */
export function nextBatch(
  deps: BatchDeps,
  tenant: Tenant,
  changeset: Changeset,
  batch: Batch,
  carryOut: CarryOut,
): Promise<Batch> {
  const { state } = batch.task;
  const step = { deps, tenant, changeset, batch, carryOut };
  return state === 'reverting' ? goBack(step) : goOn(step);
}

interface Step {
  readonly deps: BatchDeps;
  readonly tenant: Tenant;
  readonly changeset: Changeset;
  readonly batch: Batch;
  readonly carryOut: CarryOut;
}

async function goOn({ deps, tenant, changeset, batch: { task }, carryOut }: Step): Promise<Batch> {
  const now = deps.clock.now();
  const { done, total } = task;
  const isEnd = done === total;
  const ordered = inApplicationOrder(changeset.changes);
  const changes = largest(ordered.slice(done, done + USUAL_BATCH), (some) =>
    writesOf(changeset, some, now),
  );
  const next: ApplyTask = isEnd
    ? { ...task, state: 'ended' }
    : { ...task, done: done + changes.length, lease_until: leaseFrom(now) };
  const rest = isEnd
    ? endOfApplication(deps, tenant, changeset, now)
    : { writes: writesOf(changeset, changes, now) };
  try {
    await carryOut({ ...rest, writes: [putTask(next, task), ...rest.writes] });
    return { task: next };
  } catch (error) {
    return { task: await turnBack(task, mendable(error), carryOut) };
  }
}

/** Something is no longer as it was planned on: what was done is taken back. */
async function turnBack(task: ApplyTask, why: AppError, carryOut: CarryOut): Promise<ApplyTask> {
  const entity_ids = why instanceof StaleChangesetError ? why.entityIds.slice(0, 100) : [];
  const cause = { code: why.code, detail: why.message, entity_ids };
  const reverting: ApplyTask = { ...task, state: 'reverting', cause };
  await carryOut({ writes: [putTask(reverting, task)] });
  return reverting;
}

async function goBack(step: Step): Promise<Batch> {
  const { deps, changeset, batch, carryOut } = step;
  const { task, limit = USUAL_BATCH } = batch;
  const now = deps.clock.now();
  if (task.done === 0) {
    const ended: ApplyTask = { ...task, state: 'ended' };
    const end = endOfReversal(changeset, task, now);
    await carryOut({ ...end, writes: [putTask(ended, task), ...end.writes] });
    return { task: ended };
  }
  const applied = inApplicationOrder(changeset.changes).slice(0, task.done);
  const inverse = largest(invertChanges(applied.slice(-limit)), (some) =>
    writesOf(changeset, some, now),
  );
  const next = { ...task, done: task.done - inverse.length, lease_until: leaseFrom(now) };
  try {
    const writes = [putTask(next, task), ...writesOf(changeset, inverse, now)];
    await carryOut({ writes });
    return { task: next, limit: Math.min(USUAL_BATCH, limit * 2) };
  } catch (error) {
    const why = mendable(error);
    const [only] = inverse;
    if (inverse.length > 1 || !only)
      return { task, limit: Math.max(1, Math.floor(inverse.length / 2)) };
    return { task: await leave(next, task, only, why, carryOut), limit: 1 };
  }
}

/** Somebody else's later change stands in the way: theirs stays, and so does ours. */
async function leave(
  next: ApplyTask,
  task: ApplyTask,
  { entity_id }: Change,
  why: AppError,
  carryOut: CarryOut,
): Promise<ApplyTask> {
  const left = [...task.left, { entity_id, code: codeOf(why), reason: why.message }];
  await carryOut({ writes: [putTask({ ...next, left }, task)] });
  return { ...next, left };
}

function codeOf(why: AppError): Obstacle['code'] {
  if (why instanceof DependentsLeftError) return 'has_dependents';
  return why instanceof StaleChangesetError ? 'changed_since' : 'parent_gone';
}

const writesOf = (changeset: Changeset, changes: readonly Change[], at: Date) =>
  applyChanges(stepsOf(changeset, changes, at));

/** As many of the changes, from the first, as fit one transaction. */
function largest(
  changes: readonly Change[],
  writesFor: (changes: readonly Change[]) => readonly Write[],
): readonly Change[] {
  let some = changes;
  while (some.length > 1 && !fits(writesFor(some)))
    some = some.slice(0, Math.floor(some.length * 0.8));
  return some;
}

const fits = (writes: readonly Write[]): boolean =>
  fitsOneTransaction({ writes, events: [], audit: [] });

/** What taking back can mend. @throws anything else: a lost lease, too much traffic, a bug */
function mendable(error: unknown): AppError {
  const isOurs = error instanceof AppError && !(error instanceof LeaseLostError);
  if (!isOurs || error instanceof ContentionError) throw error;
  return error;
}
