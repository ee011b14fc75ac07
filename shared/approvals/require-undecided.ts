import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { findConflicts, staleError } from './conflicts.ts';
import type { ApprovalDeps } from './deps.ts';
import { requireOpen } from './open-changeset.ts';

/**
 * Lets through what is decided about or edited, and says of a stale changeset what to do first.
 * @throws AlreadyDecidedError, or StaleChangesetError with the conflicts
 */
export async function requireUndecided(
  { table, bodies }: Pick<ApprovalDeps, 'table' | 'bodies'>,
  tenant: Tenant,
  shown: Changeset,
): Promise<Changeset> {
  if (shown.status !== 'stale') {
    requireOpen(shown);
    return shown;
  }
  const { changes } = await wholeChangeset(bodies, tenant, shown);
  throw staleError(shown, await findConflicts(table, tenant, changes));
}
