import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { ApproverSet } from '#shared/tenants/approval-policy.ts';
import type { Person } from '#shared/tenants/person.ts';
import { type Asking, distinct, goesBy, hasDecided, isAsked, mayCount } from './approvers.ts';
import type { ApproverSource } from './deps.ts';
import { PolicyUnsatisfiableError } from './errors.ts';
import { asKnownTo } from './known-as.ts';
import { withLapsed } from './lapse-approvals.ts';
import { countedApprovals } from './policy.ts';

/** Who stands between a changeset and its quorum (wire shape). */
export const missingApprovals = z.object({
  required_approvals: z.int(),
  /** How many more people it takes than there are to ask. */
  missing: z.int(),
  /** Roles that such people have. */
  roles: z.array(z.string()),
  /** Those whom the policy names, and who cannot decide about it. */
  people: z.array(z.string()),
  detail: z.string(),
});
export type MissingApprovals = z.infer<typeof missingApprovals>;

/** Who is missing for a quorum; undefined where enough people can decide. */
export async function missingApprovers(
  { people }: { readonly people: ApproverSource },
  tenant: Tenant,
  changeset: Asking,
): Promise<MissingApprovals | undefined> {
  if (!missingAmong(await people.approvers(tenant), changeset)) return undefined;
  // Somebody may have signed in for the first time since the list was read.
  return missingAmong(await people.freshApprovers(tenant), changeset);
}

/** @throws PolicyUnsatisfiableError with who is missing */
export async function requireQuorum(
  deps: { readonly people: ApproverSource },
  tenant: Tenant,
  changeset: Asking,
): Promise<void> {
  const missing = await missingApprovers(deps, tenant, changeset);
  if (missing) throw unsatisfiable(missing);
}

export const unsatisfiable = (missing: MissingApprovals): PolicyUnsatisfiableError =>
  new PolicyUnsatisfiableError(missing.detail, { missing });

/** The same, among approvers who are at hand. */
export function missingAmong(
  approvers: readonly Person[],
  asking: Asking,
): MissingApprovals | undefined {
  const changeset = withLapsed(asking, approvers);
  const known = asKnownTo(changeset, approvers);
  const asked = distinct(approvers).filter(
    (person) => mayCount(changeset, known(person)) && isAsked(changeset, person),
  );
  const able = asked.filter((person) => !hasDecided(changeset, known(person)));
  const { required_approvals } = changeset.policy;
  const missing = required_approvals - countedApprovals(changeset) - able.length;
  if (missing <= 0) return undefined;
  const named = namedBy(changeset);
  const who = {
    roles: named?.roles ?? ['approver', 'admin'],
    people: (named?.people ?? []).filter((name) => !asked.some((person) => goesBy(person, name))),
  };
  return { required_approvals, missing, ...who, detail: inWords(changeset, missing, who) };
}

/** Whom the policies name, then and now; undefined where any approver may decide. */
function namedBy({ policy }: Asking): ApproverSet | undefined {
  const sets = [policy.approvers, policy.submitted_approvers].filter((set) => set !== null);
  if (sets.length === 0) return undefined;
  return {
    roles: [...new Set(sets.flatMap(({ roles }) => roles))],
    people: [...new Set(sets.flatMap(({ people }) => people))],
  };
}

function inWords(
  asking: Asking,
  missing: number,
  { roles, people }: Pick<MissingApprovals, 'roles' | 'people'>,
): string {
  const kinds = [
    ...(roles.length > 0 ? [`with the role ${roles.join(' or ')}`] : []),
    ...(people.length > 0 ? [`named ${people.join(', ')}`] : []),
  ];
  // Everybody who is named may decide: they are too few, or one human under several names.
  const named = namedBy(asking)?.people.join(', ');
  const who = kinds.length > 0 ? kinds.join(', or ') : `besides those who go by ${named}`;
  const { name, required_approvals } = asking.policy;
  return `The policy ${name} needs ${required_approvals} approvals by others than the requester and the editors; ${missing} more approvers are missing, ${who}`;
}
