import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import {
  DependentsLeftError,
  StaleChangesetError,
  TargetMovedError,
} from '#shared/changesets/errors.ts';
import { keepRevision } from '#shared/changesets/past-revision.ts';
import type { Caller } from '#shared/http/caller.ts';
import { type AppError, InvalidStateError, ValidationError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { contentHash } from '#shared/store/audit-record.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { approvalRequested } from './announce.ts';
import { hasDecided } from './approvers.ts';
import { recordDecided } from './decided-by.ts';
import { nextStep } from './decision-steps.ts';
import { naming } from './dependents-left.ts';
import type { ApprovalDeps } from './deps.ts';
import { expireInstead, hasExpired } from './expire-changeset.ts';
import { asKnownTo } from './known-as.ts';
import { markStale } from './mark-stale.ts';
import { newRevision } from './new-revision.ts';
import {
  type FindChangeset,
  isOthersRevision,
  isUnseen,
  notAsPresented,
  policyFor,
  requireFound,
  unseen,
} from './open-changeset.ts';
import { refOf } from './personal-decision.ts';
import { requireUndecided } from './require-undecided.ts';
import type { DecideChangeset } from './situation.ts';

/**
 * One person's decision, and everything that follows from it in one transaction: a new revision, the
 * next open approval, the application, or the end of the changeset.
 * @throws NotFoundError, AlreadyDecidedError, SelfApprovalError, RevisionMismatchError,
 * PolicyUnsatisfiableError, StaleChangesetError
 */
export async function decideChangeset(
  deps: ApprovalDeps,
  whoever: Caller,
  find: FindChangeset,
  command: Seen,
): Promise<Decision<Changeset>> {
  const shown = await requireUndecided(deps, whoever.tenant, await requireFound(find));
  const caller = await knownTo(deps, shown, whoever);
  const at = deps.clock.now();
  if (hasExpired(shown, at)) {
    const expired = await expireInstead(deps, caller.tenant, shown, at);
    return { ...expired, reconsider: () => decideChangeset(deps, whoever, find, command) };
  }
  const found = await wholeChangeset(deps.bodies, caller.tenant, shown);
  requireAsSeen(found, caller, command);
  const settings = await policyFor(deps, caller.tenant, found);
  const changeset = await withCurrentPolicy(deps, caller.tenant, found, settings);
  const next = isUnseen(changeset, command.revisionHash)
    ? refuseUnseen(found, changeset)
    : await nextStep({ deps, caller, changeset, settings, command, at });
  const isRevised = next.response.revision > found.revision;
  return {
    ...next,
    writes: [
      ...next.writes,
      ...(isRevised ? [keepRevision(found, deps.clock.now())] : []),
      ...(hasDecided(next.response, refOf(caller)) ? [recordDecided(caller, found)] : []),
    ],
    reconsider: (refusal) => reconsider(deps, whoever, find, asFound(command, found), refusal),
  };
}

/** The caller, who is one human with whoever of the changeset has their address in token or directory. */
async function knownTo(
  { people }: Pick<ApprovalDeps, 'people'>,
  changeset: Changeset,
  caller: Caller,
): Promise<Caller> {
  const known = asKnownTo(changeset, await people.everybody(caller.tenant));
  const { user_id: userId, email } = known(refOf(caller));
  return { ...caller, userId, email };
}

interface Seen extends DecideChangeset {
  /** What was first found; tried again, the decision is about no other changes. */
  readonly first?: Changeset;
}

const asFound = (command: Seen, first: Changeset): Seen => ({ first, ...command });

/** @throws RevisionMismatchError where others have revised what the person cannot have seen */
function requireAsSeen(found: Changeset, caller: Caller, command: Seen): void {
  const { first = found, revisionHash, asPresented } = command;
  if (revisionHash !== undefined) return;
  if (asPresented && isOthersRevision(found, refOf(caller))) throw notAsPresented(found);
  const isSame =
    first.revision === found.revision || contentHash(first.changes) === contentHash(found.changes);
  if (!isSame) throw unseen(found);
}

/**
 * Nobody decides about what they have not seen. Where it was the policy that made the new revision, it
 * is kept, so that everybody sees it from now on.
 */
function refuseUnseen(found: Changeset, changeset: Changeset): Decision<Changeset> {
  const refusal = unseen(changeset);
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
async function withCurrentPolicy(
  deps: ApprovalDeps,
  tenant: Tenant,
  found: Changeset,
  settings: VersionedSettings,
): Promise<Changeset> {
  if (found.policy.version === settings.policyVersion) return found;
  const { changes } = found;
  const revision = { changes, settings, kind: 'policy', by: null, byValue: false } as const;
  return newRevision(deps, tenant, found, revision);
}

/** Somebody was faster, the policy changed, or the configuration moved: look again, and decide again. */
async function reconsider(
  deps: ApprovalDeps,
  caller: Caller,
  find: FindChangeset,
  command: Seen,
  refusal: AppError,
): Promise<Decision<Changeset>> {
  // Deciding again would meet the same: values that do not fit, a conversation that has ended.
  if (refusal instanceof ValidationError || refusal instanceof InvalidStateError) throw refusal;
  const { tenant } = caller;
  if (refusal instanceof DependentsLeftError) throw await naming(deps.table, tenant, refusal);
  if (refusal instanceof StaleChangesetError || refusal instanceof TargetMovedError) {
    const shown = await find();
    if (!shown) throw refusal;
    await requireUndecided(deps, tenant, shown);
    const changeset = await wholeChangeset(deps.bodies, tenant, shown);
    return {
      ...(await markStale(deps, tenant, changeset, changeset)),
      // Others may say so at the same time: then it is stale already, and everybody hears that.
      reconsider: () => decideChangeset(deps, caller, find, command),
    };
  }
  await deps.policies.fresh(tenant);
  return decideChangeset(deps, caller, find, command);
}
