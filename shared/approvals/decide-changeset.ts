import { type Changeset, UNDECIDED } from '#shared/changesets/changeset.ts';
import { findChangeset, putChangeset } from '#shared/changesets/changeset-store.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import type { Caller } from '#shared/http/caller.ts';
import { type AppError, NotFoundError, ValidationError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { approvalRequested } from './announce.ts';
import { markStale } from './apply-changeset.ts';
import { type DecideChangeset, newRevision, nextStep } from './decision-steps.ts';
import type { ApprovalDeps } from './deps.ts';
import { AlreadyDecidedError, RevisionMismatchError } from './errors.ts';

/** Loads what the decision is about; `undefined` where there is nothing such. */
export type FindChangeset = () => Promise<Changeset | undefined>;

export const byId =
  ({ table }: Pick<ApprovalDeps, 'table'>, { tenant }: Caller, id: string): FindChangeset =>
  () =>
    findChangeset(table, tenant, id);

/**
 * One person's decision, and everything that follows from it in one transaction: a new revision, the
 * next open approval, the application, or the end of the changeset.
 * @throws NotFoundError, AlreadyDecidedError, SelfApprovalError, RevisionMismatchError,
 * PolicyUnsatisfiableError, StaleChangesetError
 */
export async function decideChangeset(
  deps: ApprovalDeps,
  caller: Caller,
  find: FindChangeset,
  command: DecideChangeset,
): Promise<Decision<Changeset>> {
  const found = await find();
  if (!found) throw new NotFoundError('There is no such changeset');
  const settings = await policyFor(deps, caller, found);
  const changeset = withCurrentPolicy(found, settings, deps.clock.now());
  requireOpen(changeset);
  const unseen = command.revisionHash && command.revisionHash !== changeset.revision_hash;
  const next = unseen
    ? refuseUnseen(found, changeset)
    : await nextStep({ deps, caller, changeset, settings, command });
  return { ...next, reconsider: (refusal) => reconsider(deps, caller, find, command, refusal) };
}

/** The tenant's policy; read anew where the changeset was judged by a later one than the instance holds. */
async function policyFor(
  { policies }: ApprovalDeps,
  { tenant }: Caller,
  { policy }: Changeset,
): Promise<VersionedSettings> {
  const held = await policies.current(tenant);
  return held.version < policy.version ? policies.fresh(tenant) : held;
}

/**
 * Nobody decides about what they have not seen. Where it was the policy that made the new revision, it
 * is kept, so that everybody sees it from now on.
 */
function refuseUnseen(found: Changeset, changeset: Changeset): Decision<Changeset> {
  const { revision, revision_hash } = changeset;
  const refusal = new RevisionMismatchError('The changeset was revised since you saw it', {
    revision,
    revision_hash,
  });
  if (changeset === found) throw refusal;
  return {
    writes: [putChangeset(changeset)],
    events: [approvalRequested(changeset)],
    audit: [{ action: 'changeset.judged_anew', target: found.id, before: found, after: changeset }],
    response: changeset,
    refusal,
  };
}

/** A policy that was changed since the revision was made makes a new revision, decided afresh. */
function withCurrentPolicy(found: Changeset, settings: VersionedSettings, at: Date): Changeset {
  if (found.policy.version === settings.version || !UNDECIDED.includes(found.status)) return found;
  return newRevision(found, found.changes, settings, at);
}

function requireOpen({ status }: Changeset): void {
  if (!UNDECIDED.includes(status)) throw new AlreadyDecidedError(`The changeset is ${status}`);
}

/** Somebody was faster, the policy changed, or the configuration moved: look again, and decide again. */
async function reconsider(
  deps: ApprovalDeps,
  caller: Caller,
  find: FindChangeset,
  command: DecideChangeset,
  refusal: AppError,
): Promise<Decision<Changeset>> {
  if (refusal instanceof ValidationError) throw refusal;
  const { tenant } = caller;
  if (refusal instanceof StaleChangesetError) {
    const changeset = await find();
    if (!changeset) throw refusal;
    requireOpen(changeset);
    return markStale(deps, tenant, changeset, changeset);
  }
  await deps.policies.fresh(tenant);
  return decideChangeset(deps, caller, find, command);
}
