import * as z from 'zod';
import { changesetSummary, personReference } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** An approver handed the decision to the admins. */
export const approvalEscalatedV1 = defineEvent(
  'approval.escalated.v1',
  changesetSummary.extend({
    approver: personReference.nullable(),
    reason: z.string(),
  }),
);
