import { approvalEscalatedV1 } from '#events/approval-escalated.v1.ts';
import { approvalExpiredV1 } from '#events/approval-expired.v1.ts';
import { approvalGrantedV1 } from '#events/approval-granted.v1.ts';
import { approvalRejectedV1 } from '#events/approval-rejected.v1.ts';
import { approvalRemindedV1 } from '#events/approval-reminded.v1.ts';
import { approvalRequestedV1 } from '#events/approval-requested.v1.ts';
import { changesetAppliedV1 } from '#events/changeset-applied.v1.ts';
import { changesetFailedV1 } from '#events/changeset-failed.v1.ts';
import { changesetRolledBackV1 } from '#events/changeset-rolled-back.v1.ts';
import { changesetStaleV1 } from '#events/changeset-stale.v1.ts';
import { templateDeployedV1 } from '#events/template-deployed.v1.ts';
import { type Changeset, countChanges, type PersonRef } from '#shared/changesets/changeset.ts';
import { describeChange } from '#shared/changesets/describe-change.ts';
import { gravestFirst } from '#shared/changesets/risk.ts';
import type { DomainEvent } from '#shared/store/decision.ts';
import { countedApprovals } from './policy.ts';

const MAX_SUMMARY_LINES = 20;
/** What does not fit a line of a mail is named there; pages show it. */
const LONGEST_LINE = 300;

export const approvalRequested = (changeset: Changeset): DomainEvent => ({
  name: approvalRequestedV1.name,
  data: {
    ...essence(changeset),
    ...decidable(changeset),
    policy: changeset.policy.name,
    required_approvals: changeset.policy.required_approvals,
    summary: summaryOf(changeset),
  },
});

/** The changes of a changeset with their values, the gravest first, one line each. */
export const summaryOf = (
  { changes }: Pick<Changeset, 'changes'>,
  most = MAX_SUMMARY_LINES,
  longest = LONGEST_LINE,
): string[] =>
  gravestFirst(changes)
    .slice(0, most)
    .map((step) => describeChange(step, longest));

/** What a decision is bound to, and until when it is taken. */
const decidable = ({ revision_hash, timers }: Changeset) => ({
  revision_hash,
  expires_at: timers.find(({ kind }) => kind === 'expire')?.at ?? null,
});

export const approvalGranted = (changeset: Changeset, approver: PersonRef): DomainEvent => ({
  name: approvalGrantedV1.name,
  data: {
    ...essence(changeset),
    approver,
    conditions: changeset.decisions.at(-1)?.conditions ?? null,
    still_required: stillRequired(changeset),
  },
});

/** One person's rejection, which ends the changeset or is a vote that the others may still win. */
export const approvalRejected = (
  changeset: Changeset,
  approver: PersonRef,
  reason: string,
): DomainEvent => ({
  name: approvalRejectedV1.name,
  data: { ...essence(changeset), approver, reason, status: changeset.status },
});

export const approvalReminded = (changeset: Changeset): DomainEvent => ({
  name: approvalRemindedV1.name,
  data: {
    ...essence(changeset),
    ...decidable(changeset),
    still_required: stillRequired(changeset),
    summary: summaryOf(changeset),
  },
});

export const approvalExpired = (changeset: Changeset): DomainEvent => ({
  name: approvalExpiredV1.name,
  data: essence(changeset),
});

/** @param approver who handed it on; null where it was time that did */
export const approvalEscalated = (
  changeset: Changeset,
  approver: PersonRef | null,
  reason: string,
): DomainEvent => ({
  name: approvalEscalatedV1.name,
  data: { ...essence(changeset), approver, reason },
});

/** An applied roll-back is told under the name of the changeset that it took back. */
export function changesetApplied(changeset: Changeset): DomainEvent {
  if (changeset.rollback_of)
    return {
      name: changesetRolledBackV1.name,
      data: {
        ...essence(changeset),
        changeset_id: changeset.rollback_of,
        rolled_back_by: changeset.id,
      },
    };
  return {
    name: changesetAppliedV1.name,
    data: {
      ...essence(changeset),
      resources: changeset.changes.map(({ entity_id }) => entity_id).slice(0, 100),
    },
  };
}

/** Whenever and however it came to be applied: what it deploys is deployed with it. */
export const templateDeployed = ({
  id,
  template_id,
  deployment,
}: Changeset): readonly DomainEvent[] =>
  deployment
    ? [{ name: templateDeployedV1.name, data: { template_id, changeset_id: id, ...deployment } }]
    : [];

export const changesetStale = (
  changeset: Changeset,
  conflicts: readonly string[],
): DomainEvent => ({
  name: changesetStaleV1.name,
  data: { ...essence(changeset), conflicts: conflicts.slice(0, 100) },
});

/** What could not be finished, and what of it stays. */
export const changesetFailed = (changeset: Changeset): DomainEvent => ({
  name: changesetFailedV1.name,
  data: {
    ...essence(changeset),
    reason: changeset.reason ?? '',
    left: changeset.left.map(({ entity_id }) => entity_id).slice(0, 100),
  },
});

const stillRequired = (changeset: Changeset): number =>
  Math.max(0, changeset.policy.required_approvals - countedApprovals(changeset));

const essence = (changeset: Changeset) => ({
  changeset_id: changeset.id,
  revision: changeset.revision,
  session_id: changeset.session_id,
  origin: changeset.origin,
  title: changeset.title,
  requester: { user_id: changeset.requester.user_id, email: changeset.requester.email },
  risk_score: changeset.risk.score,
  changes: countChanges(changeset),
});
