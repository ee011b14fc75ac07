import type { Changeset } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { approvalRequested } from './announce.ts';
import { applyChangeset } from './apply-changeset.ts';
import type { ApprovalDeps } from './deps.ts';
import { isSatisfied } from './policy.ts';
import { requireQuorum } from './quorum.ts';

/**
 * Puts a new changeset before the policy: applied at once where nobody has to agree, else waiting for
 * those who do. @throws PolicyUnsatisfiableError when too few can
 */
export async function submitChangeset(
  deps: ApprovalDeps,
  tenant: Tenant,
  changeset: Changeset,
  settings: VersionedSettings,
): Promise<Decision<Changeset>> {
  if (isSatisfied(changeset))
    return applyChangeset(deps, tenant, { changeset, settings, events: [] });
  const pending: Changeset = { ...changeset, status: 'pending_approval' };
  await requireQuorum(deps, tenant, pending);
  return {
    writes: [putChangeset(pending)],
    events: [approvalRequested(pending)],
    audit: [{ action: 'changeset.requested', target: pending.id, after: pending }],
    response: pending,
  };
}
