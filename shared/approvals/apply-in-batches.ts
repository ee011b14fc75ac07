import type { Logger } from '@aws-lambda-powertools/logger';
import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import { remainingMs } from '#shared/runtime/invocation-time.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type Command, type CommitDeps, commit } from '#shared/store/commit.ts';
import type { Decision } from '#shared/store/decision.ts';
import { nextBatch } from './apply-next-batch.ts';
import { type ApplyTask, applicationAccepted, isFree, leaseFrom } from './apply-task.ts';
import { findApplyTask, LeaseLostError, putTask, type TaskAddress } from './apply-task-store.ts';
import type { Batch } from './batch-step.ts';
import type { ApprovalDeps } from './deps.ts';

export type ApplyInBatchesDeps = CommitDeps & Pick<ApprovalDeps, 'origins' | 'bodies'>;

/** Less time than this is left for whoever comes next. */
const LAST_MOMENT_MS = 10_000;

/**
 * Applies what did not fit one transaction, batch by batch. Each batch is a transaction that also moves
 * the task on, under the fencing token of this worker: a second message, a worker that comes late, or
 * one that has died anywhere, changes nothing, and the next one goes on from where the task is.
 */
export async function applyInBatches(
  deps: ApplyInBatchesDeps,
  tenant: Tenant,
  address: TaskAddress,
  log: Logger,
): Promise<void> {
  const task = await claim(deps, tenant, address);
  const found = task && (await findChangeset(deps.table, tenant, task.changeset_id));
  if (!task || !found) {
    log.info('nothing to apply', { ...address });
    return;
  }
  const changeset = await wholeChangeset(deps.bodies, tenant, found);
  const ended = await workThrough(deps, tenant, changeset, task);
  log.info('application', { ...address, state: ended.state, done: ended.done, total: ended.total });
}

async function workThrough(
  deps: ApplyInBatchesDeps,
  tenant: Tenant,
  changeset: Changeset,
  claimed: ApplyTask,
): Promise<ApplyTask> {
  let batch: Batch = { task: claimed };
  while (batch.task.state !== 'ended' && batch.task.token === claimed.token) {
    if (remainingMs() < LAST_MOMENT_MS) return handOn(deps, tenant, batch.task);
    batch = await takeStep(deps, tenant, changeset, batch);
  }
  return batch.task;
}

/** One transaction; after a step that happened though we heard otherwise, from where the task is now. */
async function takeStep(
  deps: ApplyInBatchesDeps,
  tenant: Tenant,
  changeset: Changeset,
  batch: Batch,
): Promise<Batch> {
  try {
    return await nextBatch(deps, tenant, changeset, batch, (decision) =>
      carryOut(deps, tenant, batch.task, decision),
    );
  } catch (error) {
    if (!(error instanceof LeaseLostError)) throw error;
    const now = await findApplyTask(deps.table, tenant, batch.task);
    if (!now) throw error;
    return { task: now };
  }
}

/** Makes this worker the one whose batches count; undefined where another one is at it, or it is done. */
async function claim(
  deps: ApplyInBatchesDeps,
  tenant: Tenant,
  address: TaskAddress,
): Promise<ApplyTask | undefined> {
  const task = await findApplyTask(deps.table, tenant, address);
  const now = deps.clock.now();
  if (!task || task.state === 'ended' || !isFree(task, now)) return undefined;
  const claimed = { ...task, token: task.token + 1, lease_until: leaseFrom(now) };
  try {
    await carryOut(deps, tenant, task, { writes: [putTask(claimed, task)] });
    return claimed;
  } catch (error) {
    if (error instanceof LeaseLostError) return undefined;
    throw error;
  }
}

/** There is more to do than this invocation has time for. */
async function handOn(
  deps: ApplyInBatchesDeps,
  tenant: Tenant,
  task: ApplyTask,
): Promise<ApplyTask> {
  // Long ago, so that it is free by every clock: that of whoever comes next may be behind ours.
  const free = { ...task, lease_until: task.accepted_at };
  const decision = { writes: [putTask(free, task)], events: [applicationAccepted(task)] };
  await carryOut(deps, tenant, task, decision);
  return free;
}

async function carryOut(
  deps: CommitDeps,
  tenant: Tenant,
  { on_behalf_of: who }: ApplyTask,
  decision: Partial<Decision<unknown>>,
): Promise<void> {
  const command: Command = {
    tenant,
    actor: {
      id: who.user_id,
      email: who.email,
      roles: who.roles,
      sourceIp: who.source_ip,
      via: 'queue/apply-changeset',
    },
    correlationId: who.correlation_id,
  };
  const { writes = [], events = [], audit = [] } = decision;
  await commit(deps, command, { writes, events, audit, response: undefined });
}
