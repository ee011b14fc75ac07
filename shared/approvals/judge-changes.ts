import type { Change } from '#shared/changesets/change.ts';
import { countIn, findDependents } from '#shared/changesets/dependents.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import type { ApprovalDeps } from './deps.ts';
import { type Asker, judgeChanges, policyOf } from './judge-open.ts';

/** Risk and policy of some changes, with what relies on them counted in the configuration as it is. */
export async function judgeOnConfiguration(
  { table }: Pick<ApprovalDeps, 'table'>,
  tenant: Tenant,
  changes: readonly Change[],
  asker: Asker,
  settings: VersionedSettings,
) {
  const dependents = await findDependents(table, tenant, changes);
  return judgeChanges(changes, asker, policyOf(settings), countIn(dependents));
}
