import * as z from 'zod';
import { changesetSummary, decidableRevision } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** A changeset has waited long for decisions. */
export const approvalRemindedV1 = defineEvent(
  'approval.reminded.v1',
  changesetSummary.extend({
    ...decidableRevision.shape,
    /** Decisions that are still missing. */
    still_required: z.int(),
    /** The first changes, one line each. */
    summary: z.array(z.string()).max(20).optional(),
  }),
);
