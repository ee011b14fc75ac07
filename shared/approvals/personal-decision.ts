import type { Changeset, DecisionRecord, PersonRef } from '#shared/changesets/changeset.ts';
import type { Caller } from '#shared/http/caller.ts';
import { approverOf, hasDecided, isAsked, samePerson } from './approvers.ts';
import { AlreadyDecidedError, NotAnApproverError } from './errors.ts';

export interface PersonalDecision {
  readonly decision: DecisionRecord['decision'];
  readonly reason?: string;
  readonly conditions?: string;
}

/** The changeset with one more decision, about the revision it is at. */
export const withDecision = (
  changeset: Changeset,
  caller: Caller,
  { decision, reason, conditions }: PersonalDecision,
  at: Date,
): Changeset => ({
  ...changeset,
  decisions: [
    ...changeset.decisions,
    {
      decision,
      approver: refOf(caller),
      at: at.toISOString(),
      reason: reason ?? null,
      conditions: conditions ?? null,
      revision_hash: changeset.revision_hash,
    },
  ],
});

/**
 * Nobody decides twice about a revision, nor hands it to the admins twice, and only who is asked
 * decides at all. @throws AlreadyDecidedError, NotAnApproverError
 */
export function requireMayDecide(
  caller: Caller,
  changeset: Changeset,
  { decision }: PersonalDecision,
): void {
  const again = decision === 'escalate' && hasEscalated(changeset, refOf(caller));
  if (again || hasDecided(changeset, refOf(caller)))
    throw new AlreadyDecidedError('You have decided about this revision');
  if (isAsked(changeset, approverOf(caller))) return;
  throw new NotAnApproverError('The policy asks others about this changeset', {
    approvers: changeset.policy.approvers,
    submitted_approvers: changeset.policy.submitted_approvers,
  });
}

const hasEscalated = ({ decisions, revision_hash }: Changeset, person: PersonRef): boolean =>
  decisions.some(
    (each) => samePerson(each.approver, person) && each.revision_hash === revision_hash,
  );

export const refOf = ({ userId, email }: Caller): PersonRef => ({ user_id: userId, email });
