import type { Changeset } from '#shared/changesets/changeset.ts';
import type { Caller } from '#shared/http/caller.ts';
import { type Approver, approverOf, isAsked, samePerson } from './approvers.ts';
import type { ApprovalDeps } from './deps.ts';

type Decided = Pick<Changeset, 'decisions' | 'policy'>;

/**
 * A changeset as it counts at this moment: approvals of people who are no longer active, no longer
 * approvers or no longer asked have lapsed, and their givers may give them again once they are.
 * @param approvers the directory's active approvers
 */
export function withLapsed<Open extends Decided>(
  changeset: Open,
  approvers: readonly Approver[],
): Open {
  const hasLapsed = ({ decision, approver, lapsed }: Open['decisions'][number]): boolean =>
    decision === 'approve' &&
    !lapsed &&
    !approvers.some((each) => samePerson(each, approver) && isAsked(changeset, each));
  if (!changeset.decisions.some(hasLapsed)) return changeset;
  const decisions = changeset.decisions.map((each) =>
    hasLapsed(each) ? { ...each, lapsed: true as const } : each,
  );
  return { ...changeset, decisions };
}

/**
 * The same as a decision finds it, whose caller is known to be an approver. The directory is asked only
 * where others have approved, and anew only where what the instance holds would let something lapse.
 */
export async function lapseApprovals(
  { people }: Pick<ApprovalDeps, 'people'>,
  caller: Caller,
  decided: Changeset,
): Promise<Changeset> {
  const self = approverOf(caller);
  const isOthers = decided.decisions.some(
    ({ decision, approver }) => decision === 'approve' && !samePerson(approver, self),
  );
  if (!isOthers) return decided;
  const held = withLapsed(decided, [self, ...(await people.approvers(caller.tenant))]);
  if (held === decided) return decided;
  return withLapsed(decided, [self, ...(await people.freshApprovers(caller.tenant))]);
}
