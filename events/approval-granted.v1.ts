import * as z from 'zod';
import { changesetSummary, personReference } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** One person approved; more decisions may be needed. */
export const approvalGrantedV1 = defineEvent(
  'approval.granted.v1',
  changesetSummary.extend({
    approver: personReference,
    /** On which the person approved; null where there are none. */
    conditions: z.string().nullable().default(null),
    still_required: z.int(),
  }),
);
