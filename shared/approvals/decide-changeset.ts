import { type Changeset, UNDECIDED } from '#shared/changesets/changeset.ts';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import type { Caller } from '#shared/http/caller.ts';
import { type AppError, NotFoundError, ValidationError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
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
  const settings = await deps.policies.current(caller.tenant);
  const changeset = withCurrentPolicy(found, settings, deps.clock.now());
  requireOpen(changeset, caller, command);
  const next = await nextStep({ deps, caller, changeset, settings, command });
  return { ...next, reconsider: (refusal) => reconsider(deps, caller, find, command, refusal) };
}

/** A policy that was changed since the revision was made makes a new revision, decided afresh. */
function withCurrentPolicy(found: Changeset, settings: VersionedSettings, at: Date): Changeset {
  if (found.policy.version === settings.version || !UNDECIDED.includes(found.status)) return found;
  return newRevision(found, found.changes, settings, at);
}

function requireOpen(changeset: Changeset, caller: Caller, command: DecideChangeset): void {
  if (!UNDECIDED.includes(changeset.status))
    throw new AlreadyDecidedError(`The changeset is ${changeset.status}`);
  if (command.revisionHash && command.revisionHash !== changeset.revision_hash)
    throw new RevisionMismatchError('The changeset was revised since you saw it', {
      revision: changeset.revision,
      revision_hash: changeset.revision_hash,
    });
  const own = changeset.decisions.find(({ approver }) => approver.user_id === caller.userId);
  if (own && own.decision !== 'escalate' && !command.edit)
    throw new AlreadyDecidedError('You have decided about this revision');
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
    return markStale(deps, tenant, changeset, changeset);
  }
  await deps.policies.fresh(tenant);
  return decideChangeset(deps, caller, find, command);
}
