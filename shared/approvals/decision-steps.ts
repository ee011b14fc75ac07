import type { Change } from '#shared/changesets/change.ts';
import { type Changeset, revised } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import { contentHash } from '#shared/store/audit-record.ts';
import type { Decision, DomainEvent } from '#shared/store/decision.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import {
  approvalEscalated,
  approvalGranted,
  approvalRejected,
  approvalRequested,
} from './announce.ts';
import { applyChangeset } from './apply-changeset.ts';
import { mayCount } from './approvers.ts';
import type { ApprovalDeps } from './deps.ts';
import { SelfApprovalError } from './errors.ts';
import { newRevision } from './new-revision.ts';
import {
  type PersonalDecision,
  refOf,
  requireMayDecide,
  withDecision,
} from './personal-decision.ts';
import { isSatisfied, isVetoed } from './policy.ts';
import { missingApprovers, requireQuorum } from './quorum.ts';

/** What one person decides about one changeset. */
export interface DecideChangeset extends PersonalDecision {
  /** The revision the person saw; decisions about another one are refused. */
  readonly revisionHash?: string;
  /** What the person makes of the changes. @default as they are */
  readonly edit?: (changes: readonly Change[]) => Edited;
}

export interface Edited {
  readonly changes: readonly Change[];
  /** Whether values were changed, which makes the person an editor; leaving items out does not. */
  readonly byValue: boolean;
}

/** A decision, and everything it is made on. */
export interface Situation {
  readonly deps: ApprovalDeps;
  readonly caller: Caller;
  readonly changeset: Changeset;
  readonly settings: VersionedSettings;
  readonly command: DecideChangeset;
}

/** What a decision leads to. @throws AlreadyDecidedError, SelfApprovalError, PolicyUnsatisfiableError */
export async function nextStep(situation: Situation): Promise<Decision<Changeset>> {
  const { command } = situation;
  if (command.decision === 'reject') return reject(situation);
  if (command.decision === 'escalate') return escalate(situation);
  const { changes } = situation.changeset;
  const edited = command.edit?.(changes);
  // Taking every item as it is is no edit: the revision that others have decided about stands.
  const differs = edited && contentHash(edited.changes) !== contentHash(changes);
  return differs ? approveEdited(situation, edited) : approve(situation);
}

async function reject(situation: Situation): Promise<Decision<Changeset>> {
  const { deps, caller, changeset, command } = situation;
  requireMayDecide(caller, changeset, command);
  const decided = decidedBy(situation, changeset);
  // Where too few are left to approve, waiting would end with the expiry at best.
  const isOver = isVetoed(decided) || (await missingApprovers(deps, caller.tenant, decided));
  return isOver ? endRejected(situation, decided) : keepRejection(situation, decided);
}

async function endRejected(
  { deps, caller, changeset, command }: Situation,
  decided: Changeset,
): Promise<Decision<Changeset>> {
  const reason = command.reason ?? '';
  const rejected = revised(decided, { status: 'rejected', reason }, deps.clock.now());
  const effects = await deps.origins.whenReturned(caller.tenant, rejected, reason);
  return {
    writes: [putChangeset(rejected), ...effects.writes],
    events: [approvalRejected(rejected, refOf(caller), reason), ...effects.events],
    audit: [
      { action: 'approval.rejected', target: rejected.id, before: changeset, after: rejected },
    ],
    response: rejected,
  };
}

/** A rejection that the others may still outvote. */
function keepRejection({ deps, changeset }: Situation, decided: Changeset): Decision<Changeset> {
  const next = revised(decided, { status: 'pending_approval' }, deps.clock.now());
  return {
    writes: [putChangeset(next)],
    events: [],
    audit: [{ action: 'approval.rejected', target: next.id, before: changeset, after: next }],
    response: next,
  };
}

function escalate(situation: Situation): Decision<Changeset> {
  const { deps, caller, changeset, command } = situation;
  requireMayDecide(caller, changeset, command);
  const decided = decidedBy(situation, changeset);
  // The admins know by now; they need not be told again.
  const timers = decided.timers.filter(({ kind }) => kind !== 'escalate');
  const next = revised(decided, { status: 'pending_approval', timers }, deps.clock.now());
  return {
    writes: [putChangeset(next)],
    events: [approvalEscalated(next, refOf(caller), command.reason ?? '')],
    audit: [{ action: 'approval.escalated', target: next.id, before: changeset, after: next }],
    response: next,
  };
}

/** New values make a new revision that the others decide; a selection is the person's own approval. */
async function approveEdited(situation: Situation, edited: Edited): Promise<Decision<Changeset>> {
  const { deps, caller, changeset, settings } = situation;
  const { changes, byValue } = edited;
  const kind = byValue ? 'edit' : 'selection';
  const revision = { changes, settings, kind, by: refOf(caller), byValue } as const;
  const next = await newRevision(deps, caller.tenant, changeset, revision);
  return byValue
    ? askOthers(situation, { ...next, status: 'pending_approval' })
    : approve({ ...situation, changeset: next });
}

async function askOthers(situation: Situation, next: Changeset): Promise<Decision<Changeset>> {
  const { deps, caller, changeset } = situation;
  if (isSatisfied(next)) return apply({ ...situation, changeset: next }, []);
  await requireQuorum(deps, caller.tenant, next);
  return {
    writes: [putChangeset(next)],
    events: [approvalRequested(next)],
    audit: [{ action: 'changeset.edited', target: next.id, before: changeset, after: next }],
    response: next,
  };
}

async function approve(situation: Situation): Promise<Decision<Changeset>> {
  const { deps, caller, changeset, command } = situation;
  requireMayDecide(caller, changeset, command);
  const counts = mayCount(changeset, caller.userId);
  if (!counts && changeset.policy.name !== 'auto')
    throw new SelfApprovalError('Whoever asked for a changeset or edited it cannot approve it');
  const decided = decidedBy(situation, changeset);
  if (isSatisfied(decided))
    return apply(situation, [approvalGranted(decided, refOf(caller))], decided);
  await requireQuorum(deps, caller.tenant, decided);
  const next: Changeset = {
    ...decided,
    status: 'pending_approval',
    updated_at: deps.clock.now().toISOString(),
  };
  return {
    writes: [putChangeset(next)],
    events: [approvalGranted(next, refOf(caller))],
    audit: [{ action: 'approval.granted', target: next.id, before: changeset, after: next }],
    response: next,
  };
}

function apply(
  { deps, caller, changeset, settings }: Situation,
  events: readonly DomainEvent[],
  decided: Changeset = changeset,
): Decision<Changeset> {
  return applyChangeset(deps, caller, { changeset: decided, settings, events });
}

const decidedBy = ({ deps, caller, command }: Situation, changeset: Changeset): Changeset =>
  withDecision(changeset, caller, command, deps.clock.now());
