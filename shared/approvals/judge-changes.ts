import type { Change } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { countIn, findDependents } from '#shared/changesets/dependents.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import type { ApprovalDeps } from './deps.ts';
import { judgeChanges } from './propose-changeset.ts';

/** Risk and policy of some changes, with what relies on them counted in the configuration as it is. */
export async function judgeOnConfiguration(
  { table }: Pick<ApprovalDeps, 'table'>,
  tenant: Tenant,
  changes: readonly Change[],
  requester: Changeset['requester'],
  settings: VersionedSettings,
) {
  const dependents = await findDependents(table, tenant, changes);
  return judgeChanges(changes, requester, settings, countIn(dependents));
}
