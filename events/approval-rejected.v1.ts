import * as z from 'zod';
import { changesetSummary, personReference } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** One person rejected the changeset: it is over. */
export const approvalRejectedV1 = defineEvent(
  'approval.rejected.v1',
  changesetSummary.extend({
    approver: personReference,
    reason: z.string(),
  }),
);
