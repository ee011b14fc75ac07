import { approvalEscalatedV1 } from '#events/approval-escalated.v1.ts';
import { approvalExpiredV1 } from '#events/approval-expired.v1.ts';
import { approvalGrantedV1 } from '#events/approval-granted.v1.ts';
import { approvalRejectedV1 } from '#events/approval-rejected.v1.ts';
import { approvalRemindedV1 } from '#events/approval-reminded.v1.ts';
import { approvalRequestedV1 } from '#events/approval-requested.v1.ts';
import { changesetAppliedV1 } from '#events/changeset-applied.v1.ts';
import { changesetRolledBackV1 } from '#events/changeset-rolled-back.v1.ts';
import { changesetStaleV1 } from '#events/changeset-stale.v1.ts';
import type { Changeset, PersonRef } from '#shared/changesets/changeset.ts';
import type { DomainEvent } from '#shared/store/decision.ts';
import { countedApprovals } from './policy.ts';

const MAX_SUMMARY_LINES = 20;

export const approvalRequested = (changeset: Changeset): DomainEvent => ({
  name: approvalRequestedV1.name,
  data: {
    ...essence(changeset),
    policy: changeset.policy.name,
    required_approvals: changeset.policy.required_approvals,
    summary: changeset.changes
      .slice(0, MAX_SUMMARY_LINES)
      .map(({ operation, entity_id }) => `${operation} ${entity_id}`),
  },
});

export const approvalGranted = (changeset: Changeset, approver: PersonRef): DomainEvent => ({
  name: approvalGrantedV1.name,
  data: {
    ...essence(changeset),
    approver,
    still_required: stillRequired(changeset),
  },
});

export const approvalRejected = (
  changeset: Changeset,
  approver: PersonRef,
  reason: string,
): DomainEvent => ({
  name: approvalRejectedV1.name,
  data: { ...essence(changeset), approver, reason },
});

export const approvalReminded = (changeset: Changeset): DomainEvent => ({
  name: approvalRemindedV1.name,
  data: {
    ...essence(changeset),
    still_required: stillRequired(changeset),
    expires_at: changeset.timers.find(({ kind }) => kind === 'expire')?.at ?? null,
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

export const changesetStale = (
  changeset: Changeset,
  conflicts: readonly string[],
): DomainEvent => ({
  name: changesetStaleV1.name,
  data: { ...essence(changeset), conflicts: conflicts.slice(0, 100) },
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
  changes: changeset.changes.length,
});
