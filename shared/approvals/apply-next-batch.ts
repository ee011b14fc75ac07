import { inApplicationOrder } from '#shared/changesets/application-order.ts';
import { applyChanges } from '#shared/changesets/apply-changes.ts';
import type { Change } from '#shared/changesets/change.ts';
import type { Changeset, Obstacle } from '#shared/changesets/changeset.ts';
import {
  ChangesetMovedError,
  DependentsLeftError,
  StaleChangesetError,
} from '#shared/changesets/errors.ts';
import { invertChanges } from '#shared/changesets/invert-changes.ts';
import { findStates } from '#shared/resources/resource-store.ts';
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

export type BatchDeps = Pick<CommitDeps, 'clock' | 'table'> & Pick<ApprovalDeps, 'origins'>;
type CarryOut = (decision: Partial<Decision<unknown>>) => Promise<void>;

/** So many of what is left are named. */
const MAX_LEFT = 100;
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

async function goOn(step: Step): Promise<Batch> {
  const { task } = step.batch;
  try {
    if (task.done === 0) await requireCurrent(step);
    return { task: task.done === task.total ? await finish(step) : await applySome(step) };
  } catch (error) {
    return { task: await turnBack(task, mendable(error), step.carryOut) };
  }
}

/** Before anything is written: what has moved on already is not half applied first. */
async function requireCurrent({ deps, tenant, changeset: { changes } }: Step): Promise<void> {
  const ids = changes.map(({ entity_id }) => entity_id);
  const states = await findStates(deps.table, tenant, ids);
  const moved = changes.filter(({ base_version }, n) => states[n]?.version !== base_version);
  if (moved.length > 0) throw new StaleChangesetError(moved.map(({ entity_id }) => entity_id));
}

async function applySome({ deps, changeset, batch, carryOut }: Step): Promise<ApplyTask> {
  const { task } = batch;
  const now = deps.clock.now();
  const rest = inApplicationOrder(changeset.changes).slice(task.done);
  const changes = largest(rest.slice(0, USUAL_BATCH), (some) => writesOf(changeset, some, now));
  const next = { ...task, done: task.done + changes.length, lease_until: leaseFrom(now) };
  await carryOut({ writes: [putTask(next, task), ...writesOf(changeset, changes, now)] });
  return next;
}

async function finish({ deps, tenant, changeset, batch, carryOut }: Step): Promise<ApplyTask> {
  const { task } = batch;
  const ended: ApplyTask = { ...task, state: 'ended' };
  const end = endOfApplication(deps, tenant, changeset, deps.clock.now());
  await carryOut({ ...end, writes: [putTask(ended, task), ...end.writes] });
  return ended;
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
