import type { Changeset } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import { keepRevision } from '#shared/changesets/past-revision.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision } from '#shared/store/decision.ts';
import { approvalRequested } from './announce.ts';
import { requireNoOrphans } from './dependents-left.ts';
import type { ApprovalDeps } from './deps.ts';
import { missingApprovers, requireQuorum, unsatisfiable } from './quorum.ts';

/**
 * A revision in the place of another, that everybody is asked about anew. What was submitted is held to
 * its quorum; a draft says who is missing, unless it is the revision that makes them so.
 * @throws PolicyUnsatisfiableError, DependentsLeftError
 */
export async function putRevision(
  deps: Pick<ApprovalDeps, 'table' | 'clock' | 'people'>,
  tenant: Tenant,
  before: Changeset,
  revision: Changeset,
): Promise<Decision<Changeset>> {
  await requireNoOrphans(deps.table, tenant, revision.changes);
  const isDraft = revision.status === 'proposed';
  const next = isDraft ? await sayMissing(deps, tenant, before, revision) : revision;
  if (next.status === 'pending_approval') await requireQuorum(deps, tenant, next);
  const action = next.revised?.kind === 'rebase' ? 'changeset.rebased' : 'changeset.edited';
  return {
    writes: [putChangeset(next), keepRevision(before, deps.clock.now())],
    events: [approvalRequested(next)],
    audit: [{ action, target: next.id, before, after: next }],
    response: next,
  };
}

async function sayMissing(
  deps: Pick<ApprovalDeps, 'people'>,
  tenant: Tenant,
  before: Changeset,
  draft: Changeset,
): Promise<Changeset> {
  const missing = await missingApprovers(deps, tenant, draft);
  if (missing && !(await missingApprovers(deps, tenant, before))) throw unsatisfiable(missing);
  return { ...draft, reason: missing?.detail ?? null };
}
