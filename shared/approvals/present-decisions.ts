import * as z from 'zod';
import { type Changeset, decisionRecord } from '#shared/changesets/changeset.ts';
import type { PastRevision } from '#shared/changesets/past-revision.ts';
import { mayCount } from './approvers.ts';

/** One person's decision, the revision it is about, and whether it still counts. */
export const decisionView = decisionRecord.extend({ revision: z.int(), counts: z.boolean() });
type DecisionView = z.infer<typeof decisionView>;

/** The decisions about a changeset, oldest first; those about earlier revisions are void. */
export const presentDecisions = (
  changeset: Omit<Changeset, 'id'>,
  past: readonly PastRevision[] = [],
): DecisionView[] => [
  ...past.toSorted((one, other) => one.revision - other.revision).flatMap(presentVoid),
  ...changeset.decisions.map((each) => ({
    ...each,
    revision: changeset.revision,
    counts:
      each.decision === 'reject' ||
      (each.decision === 'approve' && !each.lapsed && mayCount(changeset, each.approver)),
  })),
];

export const presentVoid = ({ revision, decisions }: PastRevision): DecisionView[] =>
  decisions.map((each) => ({ ...each, revision, counts: false }));

/** What somebody has approved on. */
export const conditionView = decisionRecord.pick({ approver: true }).extend({
  conditions: z.string(),
});

/** The conditions on which people have edited or approved of the revision, oldest first. */
export const conditionsOf = ({
  revised,
  decisions,
}: Pick<Changeset, 'revised' | 'decisions'>): z.infer<typeof conditionView>[] => [
  ...(revised?.kind === 'edit' && revised.by && revised.conditions
    ? [{ approver: revised.by, conditions: revised.conditions }]
    : []),
  ...decisions.flatMap(({ decision, approver, conditions }) =>
    decision === 'approve' && conditions ? [{ approver, conditions }] : [],
  ),
];
