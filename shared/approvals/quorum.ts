import type { Changeset } from '#shared/changesets/changeset.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Person } from '#shared/tenants/person.ts';
import type { ApprovalDeps } from './deps.ts';
import { PolicyUnsatisfiableError } from './errors.ts';
import { countedApprovals, mayCount } from './policy.ts';

/** What stands between a changeset and its quorum; undefined where enough people can decide. */
export async function missingApprovers(
  { people }: Pick<ApprovalDeps, 'people'>,
  tenant: Tenant,
  changeset: Changeset,
): Promise<string | undefined> {
  if (shortOf(changeset, await people.approvers(tenant)) <= 0) return undefined;
  // Somebody may have signed in for the first time since the list was read.
  const short = shortOf(changeset, await people.freshApprovers(tenant));
  if (short <= 0) return undefined;
  const { name, required_approvals } = changeset.policy;
  return `The policy ${name} needs ${required_approvals} approvals by others than the requester and the editors; ${short} more approvers are missing`;
}

/** @throws PolicyUnsatisfiableError with what is missing */
export async function requireQuorum(
  deps: Pick<ApprovalDeps, 'people'>,
  tenant: Tenant,
  changeset: Changeset,
): Promise<void> {
  const missing = await missingApprovers(deps, tenant, changeset);
  if (missing) throw new PolicyUnsatisfiableError(missing);
}

function shortOf(changeset: Changeset, approvers: readonly Person[]): number {
  const decided = new Set(changeset.decisions.map(({ approver }) => approver.user_id));
  const able = approvers.filter(
    ({ user_id }) => mayCount(changeset, user_id) && !decided.has(user_id),
  );
  return changeset.policy.required_approvals - countedApprovals(changeset) - able.length;
}
