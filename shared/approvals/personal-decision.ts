import type { Changeset, DecisionRecord, PersonRef } from '#shared/changesets/changeset.ts';
import type { Caller } from '#shared/http/caller.ts';
import { AlreadyDecidedError } from './errors.ts';

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
 * Nobody decides twice about a revision; handing it on to the admins decides nothing.
 * @throws AlreadyDecidedError
 */
export function requireUndecidedBy({ userId }: Caller, { decisions }: Changeset): void {
  const own = decisions.filter(({ approver }) => approver.user_id === userId);
  if (own.some(({ decision }) => decision !== 'escalate'))
    throw new AlreadyDecidedError('You have decided about this revision');
}

export const refOf = ({ userId, email }: Caller): PersonRef => ({ user_id: userId, email });
