import { keepBody } from '#shared/changesets/change-bodies.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { approvalRequested } from './announce.ts';
import { applyChangeset } from './apply-changeset.ts';
import { requireNoOrphans } from './dependents-left.ts';
import type { ApprovalDeps } from './deps.ts';
import { requireHomes } from './homeless.ts';
import { isSatisfied } from './policy.ts';
import { requireQuorum } from './quorum.ts';

/**
 * Puts a new changeset before the policy: applied at once where nobody has to agree, else waiting for
 * those who do. @throws PolicyUnsatisfiableError, DependentsLeftError, ValidationError
 */
export async function submitChangeset(
  deps: ApprovalDeps,
  caller: Caller,
  proposed: Changeset,
  settings: VersionedSettings,
): Promise<Decision<Changeset>> {
  const { tenant } = caller;
  await Promise.all([
    requireNoOrphans(deps.table, tenant, proposed.changes),
    requireHomes(deps.table, tenant, proposed.changes, ({ entity_id }) => ['changes', entity_id]),
  ]);
  const changeset = await keepBody(deps.bodies, tenant, proposed);
  if (isSatisfied(changeset))
    return applyChangeset(deps, caller, { changeset, settings, events: [] });
  const pending: Changeset = { ...changeset, status: 'pending_approval' };
  await requireQuorum(deps, tenant, pending);
  return {
    writes: [putChangeset(pending)],
    events: [approvalRequested(pending)],
    audit: [{ action: 'changeset.requested', target: pending.id, after: pending }],
    response: pending,
  };
}
