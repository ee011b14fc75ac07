import * as z from 'zod';
import {
  approvalView,
  changesetView,
  changeView,
  decidedView,
  policyView,
  revisionView,
} from '#shared/approvals/present.ts';
import { decisionView } from '#shared/approvals/present-decisions.ts';
import { previewView } from '#shared/approvals/present-preview.ts';
import { missingApprovals } from '#shared/approvals/quorum.ts';
import { risk } from '#shared/changesets/risk.ts';
import { startView, statusView, turnView } from '#shared/conversation/present-session.ts';
import { question } from '#shared/conversation/question.ts';
import { operatingHours } from '#shared/facility/values.ts';
import { deliveryView } from '#shared/notifications/present-delivery.ts';
import { endpointView } from '#shared/notifications/present-endpoint.ts';
import { citation, recommendation, scoreTerm } from '#shared/recommendations/recommendation.ts';
import { RESOURCE_SCHEMAS } from '#shared/resources/resource.ts';
import { resource } from '#shared/resources/resource-store.ts';
import { filledSlots } from '#shared/slots/filled-slots.ts';
import { slotSource } from '#shared/slots/slot-values.ts';
import { gatewayMessage, problem } from './problem-schemas.ts';

/** Schemas that occur more than once, by the name clients know them under. */
const NAMED = {
  Approval: approvalView,
  Change: changeView,
  Changeset: changesetView,
  Citation: citation,
  Conversation: statusView,
  Decided: decidedView,
  Decision: decisionView,
  Delivery: deliveryView,
  Device: RESOURCE_SCHEMAS.device,
  Endpoint: endpointView,
  GatewayMessage: gatewayMessage,
  MissingApprovals: missingApprovals,
  OperatingHours: operatingHours,
  Policy: policyView,
  Preview: previewView,
  Problem: problem,
  Question: question,
  Recommendation: recommendation,
  Resource: resource,
  Revision: revisionView,
  Risk: risk,
  ScoreTerm: scoreTerm,
  SecurityPolicy: RESOURCE_SCHEMAS.security_policy,
  Shift: RESOURCE_SCHEMAS.shift,
  Site: RESOURCE_SCHEMAS.site,
  Slots: filledSlots,
  SlotSource: slotSource,
  StaffRole: RESOURCE_SCHEMAS.staff_role,
  StartedConversation: startView,
  Turn: turnView,
  User: RESOURCE_SCHEMAS.user,
} as const;

/** Names for `z.toJSONSchema`: a schema that is registered here becomes a reference. */
export const namedSchemas = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED)) namedSchemas.add(schema, { id });
