import * as z from 'zod';
import { changesetSummary, personReference } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** One person approved; more decisions may be needed. */
export const approvalGrantedV1 = defineEvent(
  'approval.granted.v1',
  changesetSummary.extend({
    approver: personReference,
    still_required: z.int(),
  }),
);
