import { inApplicationOrder } from '#shared/changesets/application-order.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import { findStates } from '#shared/resources/resource-store.ts';
import type { AppError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { endOfApplication } from './apply-changeset.ts';
import { type ApplyTask, leaseFrom } from './apply-task.ts';
import { putTask } from './apply-task-store.ts';
import {
  type Batch,
  type BatchDeps,
  type CarryOut,
  largest,
  mendable,
  type Step,
  USUAL_BATCH,
  writesOf,
} from './batch-step.ts';
import { revertNextBatch } from './revert-next-batch.ts';

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
  return state === 'reverting' ? revertNextBatch(step) : goOn(step);
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
