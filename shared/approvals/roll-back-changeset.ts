import type { Change } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import { ChangesetMovedError, StaleChangesetError } from '#shared/changesets/errors.ts';
import { invertChanges } from '#shared/changesets/invert-changes.ts';
import { isDeleteOfSite } from '#shared/changesets/risk.ts';
import type { Caller } from '#shared/http/caller.ts';
import { resourcesOfSite } from '#shared/resources/resource-store.ts';
import { InvalidStateError, NotFoundError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { ApprovalDeps } from './deps.ts';
import { proposeChangeset } from './propose-changeset.ts';
import { submitChangeset } from './submit-changeset.ts';

export interface RollBackDeps extends ApprovalDeps {
  readonly ids: { uuid(): string };
}

export interface RollBackChangeset {
  readonly changesetId: string;
  readonly reason?: string;
}

/** How much hangs on what is taken back: nothing, up to five resources, or more. */
type Complexity = 'simple' | 'moderate' | 'complex';

export interface PlannedRollBack {
  readonly changeset: Changeset;
  readonly complexity: Complexity;
  /** What stops it: resources of others that would lose their site. */
  readonly blockers: readonly string[];
}

const MODERATE_DEPENDENTS = 5;

/** The changeset that would take another one back. @throws NotFoundError, InvalidStateError */
export async function planRollBack(
  deps: RollBackDeps,
  caller: Caller,
  command: RollBackChangeset,
): Promise<PlannedRollBack> {
  const target = await findChangeset(deps.table, caller.tenant, command.changesetId);
  if (!target) throw new NotFoundError('There is no such changeset');
  if (target.status !== 'applied')
    throw new InvalidStateError(`A changeset that is ${target.status} cannot be rolled back`);
  const changes = invertChanges(target.changes);
  const dependents = await dependentsOfSites(deps, caller, changes);
  const settings = await deps.policies.current(caller.tenant);
  const changeset = proposeChangeset(
    {
      id: deps.ids.uuid(),
      title: `Roll back: ${target.title}`,
      origin: 'rollback',
      rollback_of: target.id,
      session_id: target.session_id,
      requester: { user_id: caller.userId, email: caller.email, may_approve: true },
      changes,
      at: deps.clock.now(),
      dependentsOf: (entityId) => dependents.get(entityId)?.length ?? 0,
    },
    settings,
  );
  const deleted = changes.filter(isDeleteOfSite).map(({ entity_id }) => entity_id);
  const blockers = deleted.flatMap((entityId) => dependents.get(entityId) ?? []);
  const count = [...dependents.values()].flat().length;
  return { changeset: withReason(changeset, command), complexity: complexityOf(count), blockers };
}

/**
 * Takes an applied changeset back by its inverse, under the same policy as any other change.
 * @throws StaleChangesetError when what it changed was changed again since
 */
export async function rollBackChangeset(
  deps: RollBackDeps,
  caller: Caller,
  command: RollBackChangeset,
): Promise<Decision<PlannedRollBack>> {
  const plan = await planRollBack(deps, caller, command);
  if (plan.blockers.length > 0)
    throw new InvalidStateError('Other resources need what would be deleted', {
      blockers: plan.blockers,
    });
  const settings = await deps.policies.current(caller.tenant);
  const decision = await submitChangeset(deps, caller.tenant, plan.changeset, settings);
  return {
    ...decision,
    response: { ...plan, changeset: decision.response },
    reconsider: async (refusal) => {
      if (refusal instanceof StaleChangesetError || refusal instanceof ChangesetMovedError)
        throw refusal;
      await deps.policies.fresh(caller.tenant);
      return rollBackChangeset(deps, caller, command);
    },
  };
}

/** By id of each site that is changed or deleted, the resources on it that the changes leave alone. */
async function dependentsOfSites(
  { table }: RollBackDeps,
  { tenant }: Caller,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const own = new Set(changes.map(({ entity_id }) => entity_id));
  const sites = changes.filter(
    ({ entity_type, operation }) => entity_type === 'site' && operation !== 'create',
  );
  const entries = sites.map(async ({ entity_id, before }) => {
    const found = await resourcesOfSite(table, tenant, String(before?.['code']));
    const others = found.map((resource) => resource.entity_id).filter((id) => !own.has(id));
    return [entity_id, others] as const;
  });
  return new Map(await Promise.all(entries));
}

function complexityOf(dependents: number): Complexity {
  if (dependents === 0) return 'simple';
  return dependents <= MODERATE_DEPENDENTS ? 'moderate' : 'complex';
}

const withReason = (changeset: Changeset, { reason }: RollBackChangeset): Changeset => ({
  ...changeset,
  reason: reason ?? null,
});
