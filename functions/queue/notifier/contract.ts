import { approvalEscalatedV1 } from '#events/approval-escalated.v1.ts';
import { approvalExpiredV1 } from '#events/approval-expired.v1.ts';
import { approvalGrantedV1 } from '#events/approval-granted.v1.ts';
import { approvalRejectedV1 } from '#events/approval-rejected.v1.ts';
import { approvalRemindedV1 } from '#events/approval-reminded.v1.ts';
import { approvalRequestedV1 } from '#events/approval-requested.v1.ts';
import { budgetThresholdReachedV1 } from '#events/budget-threshold-reached.v1.ts';
import { changesetAppliedV1 } from '#events/changeset-applied.v1.ts';
import { changesetFailedV1 } from '#events/changeset-failed.v1.ts';
import { changesetRolledBackV1 } from '#events/changeset-rolled-back.v1.ts';
import { changesetStaleV1 } from '#events/changeset-stale.v1.ts';
import type { EventContract } from '#events/contract.ts';
import { deliveryRequestedV1 } from '#events/delivery-requested.v1.ts';
import { documentDeletedV1 } from '#events/document-deleted.v1.ts';
import { documentFailedV1 } from '#events/document-failed.v1.ts';
import { documentReadyV1 } from '#events/document-ready.v1.ts';
import { endpointDisabledV1 } from '#events/endpoint-disabled.v1.ts';
import { sessionAnsweredV1 } from '#events/session-answered.v1.ts';
import { sessionCancelledV1 } from '#events/session-cancelled.v1.ts';
import { sessionCompletedV1 } from '#events/session-completed.v1.ts';
import { sessionDraftedV1 } from '#events/session-drafted.v1.ts';
import { sessionEscalatedV1 } from '#events/session-escalated.v1.ts';
import { sessionStartedV1 } from '#events/session-started.v1.ts';
import { templateDeployedV1 } from '#events/template-deployed.v1.ts';
import { tenantBoundaryViolatedV1 } from '#events/tenant-boundary-violated.v1.ts';

/** Events that somebody can be notified of. */
export const notifiedEvents: readonly EventContract[] = [
  approvalEscalatedV1,
  approvalExpiredV1,
  approvalGrantedV1,
  approvalRejectedV1,
  approvalRemindedV1,
  approvalRequestedV1,
  budgetThresholdReachedV1,
  changesetAppliedV1,
  changesetFailedV1,
  changesetRolledBackV1,
  changesetStaleV1,
  documentDeletedV1,
  documentFailedV1,
  documentReadyV1,
  endpointDisabledV1,
  sessionAnsweredV1,
  sessionCancelledV1,
  sessionCompletedV1,
  sessionDraftedV1,
  sessionEscalatedV1,
  sessionStartedV1,
  templateDeployedV1,
  tenantBoundaryViolatedV1,
];

/** Everything that the rule of the bus hands to this function. */
export const events: readonly EventContract[] = [...notifiedEvents, deliveryRequestedV1];
