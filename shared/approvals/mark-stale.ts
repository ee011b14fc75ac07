import { type Changeset, revised } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision } from '#shared/store/decision.ts';
import { changesetStale } from './announce.ts';
import { findConflicts, staleError } from './conflicts.ts';
import type { ApprovalDeps } from './deps.ts';

/**
 * What a changeset becomes when the configuration has moved on: `stale`, told to everybody, and an
 * error that shows for each conflict, field by field, what it was planned on, what is there now, and
 * what was wanted.
 */
export async function markStale<Response>(
  { table, clock }: Pick<ApprovalDeps, 'table' | 'clock'>,
  tenant: Tenant,
  changeset: Changeset,
  response: Response,
): Promise<Decision<Response>> {
  const refusal = staleError(changeset, await findConflicts(table, tenant, changeset.changes));
  const { entityIds } = refusal;
  const stale = revised(changeset, { status: 'stale', reason: refusal.message }, clock.now());
  return {
    writes: [putChangeset(stale)],
    events: [changesetStale(stale, entityIds)],
    audit: [{ action: 'changeset.stale', target: stale.id, after: entityIds }],
    response,
    refusal,
  };
}
