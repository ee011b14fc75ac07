import { type Changeset, type PersonRef, UNDECIDED } from '#shared/changesets/changeset.ts';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { samePerson } from './approvers.ts';
import type { ApprovalDeps } from './deps.ts';
import { AlreadyDecidedError, RevisionMismatchError } from './errors.ts';

/** Loads what a decision is about; `undefined` where there is nothing such. */
export type FindChangeset = () => Promise<Changeset | undefined>;

export const byId =
  (
    { table }: Pick<ApprovalDeps, 'table'>,
    { tenant }: Pick<Caller, 'tenant'>,
    id: string,
  ): FindChangeset =>
  () =>
    findChangeset(table, tenant, id);

/** @throws NotFoundError */
export async function requireFound(find: FindChangeset): Promise<Changeset> {
  const found = await find();
  if (!found) throw new NotFoundError('There is no such changeset');
  return found;
}

/** @throws AlreadyDecidedError */
export function requireOpen({ status }: Changeset): void {
  if (!UNDECIDED.includes(status)) throw new AlreadyDecidedError(`The changeset is ${status}`);
}

export const isUnseen = ({ revision_hash }: Changeset, seen: string | undefined): boolean =>
  seen !== undefined && seen !== revision_hash;

/** Why nobody decides about, or edits, what they have not seen. */
export const unseen = ({ revision, revision_hash }: Changeset): RevisionMismatchError =>
  new RevisionMismatchError('The changeset was revised since you saw it', {
    revision,
    revision_hash,
  });

/** Whether the changeset is another than what was presented when it was drafted, by somebody else's doing. */
export const isOthersRevision = ({ revisers }: Changeset, person: PersonRef): boolean =>
  revisers.some((reviser) => !samePerson(reviser, person));

/** Why nobody approves of what the conversation has not shown, without having looked at it. */
export const notAsPresented = ({ revision, revision_hash }: Changeset): RevisionMismatchError =>
  new RevisionMismatchError(
    'The draft was revised since the conversation presented it; look at it and name its revision_hash',
    { revision, revision_hash },
  );

/** The tenant's policy; read anew where the changeset was judged by a later one than the instance holds. */
export async function policyFor(
  { policies }: Pick<ApprovalDeps, 'policies'>,
  tenant: Tenant,
  { policy }: Changeset,
): Promise<VersionedSettings> {
  const held = await policies.current(tenant);
  return held.policyVersion < policy.version ? policies.fresh(tenant) : held;
}
