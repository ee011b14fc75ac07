import * as z from 'zod';
import { changesetSummary, personReference } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** One person rejected the changeset. */
export const approvalRejectedV1 = defineEvent(
  'approval.rejected.v1',
  changesetSummary.extend({
    approver: personReference,
    reason: z.string(),
    /** `pending_approval` where the others may still outvote the person, else it is over. */
    status: z.enum(['rejected', 'pending_approval']).default('rejected'),
  }),
);
