import type { Changeset } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import { contentHash } from '#shared/store/audit-record.ts';
import type { Decision, DomainEvent } from '#shared/store/decision.ts';
import { approvalGranted, approvalRequested } from './announce.ts';
import { applyChangeset } from './apply-changeset.ts';
import { mayCount } from './approvers.ts';
import { SelfApprovalError } from './errors.ts';
import { requireHomes } from './homeless.ts';
import { lapseApprovals } from './lapse-approvals.ts';
import { newRevision } from './new-revision.ts';
import { refOf, requireMayDecide } from './personal-decision.ts';
import { isSatisfied } from './policy.ts';
import { requireQuorum } from './quorum.ts';
import { escalate, reject } from './reject-step.ts';
import { decidedBy, type Edited, type Situation } from './situation.ts';

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

/** New values make a new revision that the others decide; a selection is the person's own approval. */
async function approveEdited(situation: Situation, edited: Edited): Promise<Decision<Changeset>> {
  const { deps, caller, changeset, settings, command } = situation;
  const { changes, byValue } = edited;
  const kind = byValue ? 'edit' : 'selection';
  const said = { reason: command.reason ?? null, conditions: command.conditions ?? null };
  const revision = { changes, settings, kind, by: refOf(caller), byValue, said } as const;
  const next = await newRevision(deps, caller.tenant, changeset, revision);
  await requireHomes(deps.table, caller.tenant, changes, ({ entity_id }) => [
    'modifications',
    entity_id,
  ]);
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
  const counts = mayCount(changeset, refOf(caller));
  if (!counts && changeset.policy.name !== 'auto')
    throw new SelfApprovalError('Whoever asked for a changeset or edited it cannot approve it');
  const decided = await lapseApprovals(deps, caller, decidedBy(situation, changeset));
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
