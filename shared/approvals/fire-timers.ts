import type { ApprovalTimer } from '#shared/changesets/approval-timer.ts';
import { type Changeset, changesetSchema, UNDECIDED } from '#shared/changesets/changeset.ts';
import {
  APPROVAL_TIMERS,
  findChangeset,
  putChangeset,
} from '#shared/changesets/changeset-store.ts';
import { forEachDue } from '#shared/queue/for-each-due.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import { type Decision, justAnswer, mapResponse } from '#shared/store/decision.ts';
import type { DueItem, PlatformTable } from '#shared/store/platform-table.ts';
import { approvalEscalated, approvalReminded } from './announce.ts';
import { expireChangeset } from './expire-changeset.ts';
import type { Origins } from './origins.ts';

export interface FireTimersDeps extends CommitDeps {
  readonly waiting: PlatformTable;
  readonly origins: Origins;
}

const ACTOR = { id: 'due-timers', via: 'schedule/due-timers' };

/**
 * Reminds of, escalates and ends what has waited too long for decisions; returns how many timers ran
 * out. Each takes effect in the transaction that takes it off its changeset, so that of any number of
 * runs at once, and of a run and a decision, one gets through. Safe to repeat.
 */
export const fireTimers = (deps: FireTimersDeps): Promise<number> =>
  forEachDue(deps, APPROVAL_TIMERS, 'approval timer not fired', (due) => fireAll(deps, due));

/** After an outage several timers of one changeset may be due: each in its turn. */
async function fireAll(deps: FireTimersDeps, { tenant, item }: DueItem): Promise<number> {
  const { id } = changesetSchema.pick({ id: true }).parse(item);
  let fired = 0;
  while (await fireNext(deps, tenant, id)) fired += 1;
  return fired;
}

async function fireNext(deps: FireTimersDeps, tenant: Tenant, id: string): Promise<boolean> {
  const command = { tenant, actor: ACTOR, correlationId: id };
  const committed = await commit(deps, command, await nextDecision(deps, tenant, id));
  return committed.kind === 'done' && committed.response;
}

/** What the next due timer leads to: nothing where a decision, or another run, came first. */
async function nextDecision(
  deps: FireTimersDeps,
  tenant: Tenant,
  id: string,
): Promise<Decision<boolean>> {
  // The index lags: what counts is the changeset as it is now.
  const changeset = await findChangeset(deps.table, tenant, id);
  const [timer] = changeset?.timers ?? [];
  const isDue = timer !== undefined && timer.at <= deps.clock.now().toISOString();
  if (!changeset || !isDue || !UNDECIDED.includes(changeset.status)) return justAnswer(false);
  const decision = await runOut(deps, tenant, changeset, timer);
  return { ...decision, reconsider: () => nextDecision(deps, tenant, id) };
}

async function runOut(
  deps: FireTimersDeps,
  tenant: Tenant,
  before: Changeset,
  { kind }: ApprovalTimer,
): Promise<Decision<boolean>> {
  const after = { ...before, timers: before.timers.slice(1) };
  const fact = { target: before.id, before, after };
  if (kind === 'expire')
    return mapResponse(await expireChangeset(deps, tenant, before, deps.clock.now()), () => true);
  const [action, event] =
    kind === 'remind'
      ? ['approval.reminded', approvalReminded(after)]
      : ['approval.escalated', approvalEscalated(after, null, 'Nobody has decided in time')];
  return {
    writes: [putChangeset(after)],
    events: [event],
    audit: [{ action, ...fact }],
    response: true,
  };
}
