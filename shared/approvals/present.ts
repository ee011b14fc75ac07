import * as z from 'zod';
import { change, fieldsChanged } from '#shared/changesets/change.ts';
import {
  type Changeset,
  changesetSchema,
  changesetStatus,
  countChanges,
  policyOutcome,
} from '#shared/changesets/changeset.ts';
import { type PastRevision, pastRevision } from '#shared/changesets/past-revision.ts';
import { threeWayDiff } from '#shared/changesets/three-way.ts';
import { approverSet } from '#shared/tenants/approval-policy.ts';
import { mayCount } from './approvers.ts';
import { progressView } from './present-application.ts';
import { decisionView, presentDecisions, presentVoid } from './present-decisions.ts';
import { missingApprovals } from './quorum.ts';

/** The shapes in which changesets go over the wire. */
export const changeView = change.extend({
  fields_changed: z.array(z.object({ field: z.string(), old: z.json(), new: z.json() })),
});

export const approvalView = z.object({
  approval_id: z.string(),
  level: z.int(),
  status: z.enum(['pending', 'approved']),
  approver: z.object({ user_id: z.string(), email: z.string() }).nullable(),
  /** On which the person approved. */
  conditions: z.string().nullable(),
  /** Whom an open one waits for; null where every approver and admin may give it. */
  approvers: approverSet.nullable(),
});

export const policyView = policyOutcome;

/** Of a long changeset an answer carries this many changes. */
const MAX_CHANGES = 100;

export const changesetView = changesetSchema
  .omit({ version: true, id: true, body: true, changes: true, policy: true, decisions: true })
  .extend({
    changeset_id: z.string(),
    changes: z.array(changeView),
    changes_total: z.int(),
    /** Goes on with them in `GET changesets/{id}/changes`; null where these are all. */
    changes_next_cursor: z.string().nullable().optional(),
    policy: policyView,
    decisions: z.array(decisionView),
    approvals: z.array(approvalView),
    /** Who is missing for the quorum of an undecided one; only where one is read alone, or waits. */
    missing: missingApprovals.nullable().optional(),
    rollback_available: z.boolean(),
    /** Where the configuration has moved on, of a stale one; only where one is read alone. */
    conflicts: z.array(threeWayDiff).optional(),
    conflicts_total: z.int().optional(),
    /** How far it is; only while it is applied in batches, and only where one is read alone. */
    progress: progressView.nullable().optional(),
  });

export type ChangesetView = z.input<typeof changesetView>;

/** A revision that another has taken the place of. */
export const revisionView = pastRevision
  .omit({ changes: true, policy: true, decisions: true, body: true })
  .extend({
    changes: z.array(changeView),
    changes_total: z.int(),
    /** Goes on with them in `GET changesets/{id}/changes?revision=`; null where these are all. */
    changes_next_cursor: z.string().nullable().optional(),
    policy: policyView,
    decisions: z.array(decisionView),
  });

/** What deciding leads to, as `recommendations/approve` answers it. */
export const decidedView = z.object({
  dry_run: z.literal(false),
  changeset_id: z.string(),
  revision: z.int(),
  revision_hash: z.string(),
  status: changesetStatus,
  risk_score: z.number(),
  two_person_approval_required: z.boolean(),
  approvals: z.array(approvalView),
  changes_applied: z.int(),
  audit_trail_id: z.string(),
  rollback_available: z.boolean(),
});

export const presentChanges = (changes: Changeset['changes']) =>
  changes.slice(0, MAX_CHANGES).map((step) => ({
    ...step,
    fields_changed: [...fieldsChanged(step.before, step.after)],
  }));

export function presentChangeset({ id, ...changeset }: Changeset): ChangesetView {
  return {
    ...changeset,
    changeset_id: id,
    changes: presentChanges(changeset.changes),
    changes_total: countChanges(changeset),
    decisions: presentDecisions(changeset),
    approvals: approvalsOf({ id, ...changeset }),
    rollback_available: canBeTakenBack(changeset),
  };
}

/** Whether something of it is in the configuration and nothing of it is on its way. */
const canBeTakenBack = ({ status, left }: Pick<Changeset, 'status' | 'left'>): boolean =>
  status === 'applied' || (['failed', 'partially_rolled_back'].includes(status) && left.length > 0);

export const presentDecided = (
  changeset: Changeset,
  correlationId: string,
): z.input<typeof decidedView> => ({
  dry_run: false,
  changeset_id: changeset.id,
  revision: changeset.revision,
  revision_hash: changeset.revision_hash,
  status: changeset.status,
  risk_score: changeset.risk.score,
  two_person_approval_required: changeset.policy.name === 'two_person',
  approvals: approvalsOf(changeset),
  changes_applied: changeset.status === 'applied' ? changeset.changes.length : 0,
  audit_trail_id: correlationId,
  rollback_available: canBeTakenBack(changeset),
});

export const presentRevision = (revision: PastRevision): z.input<typeof revisionView> => ({
  ...revision,
  changes: presentChanges(revision.changes),
  changes_total: countChanges(revision),
  decisions: presentVoid(revision),
});

/** The decisions a changeset asks for: those made, then the open ones. */
export function approvalsOf(changeset: Changeset): z.infer<typeof approvalView>[] {
  const { policy, decisions, status } = changeset;
  const made = decisions.filter(
    ({ decision, approver, lapsed }) =>
      decision === 'approve' &&
      !lapsed &&
      (policy.name === 'auto' || mayCount(changeset, approver)),
  );
  const open = status === 'proposed' || status === 'pending_approval';
  const levels = Math.max(policy.required_approvals, made.length, open ? 1 : 0);
  return Array.from({ length: levels }, (_, index) => ({
    approval_id: approvalId(changeset.id, index + 1),
    level: index + 1,
    status: made[index] ? ('approved' as const) : ('pending' as const),
    approver: made[index]?.approver ?? null,
    conditions: made[index]?.conditions ?? null,
    approvers: made[index] ? null : policy.approvers,
  }));
}

const approvalId = (changesetId: string, level: number): string => `${changesetId}~${level}`;

/** A decision is always about the whole changeset; it takes the next open level. */
export const changesetIdOf = (approval: string): string => approval.replace(/~\d+$/, '');
