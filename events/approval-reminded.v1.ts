import * as z from 'zod';
import { changesetSummary } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** A changeset has waited long for decisions. */
export const approvalRemindedV1 = defineEvent(
  'approval.reminded.v1',
  changesetSummary.extend({
    /** Decisions that are still missing. */
    still_required: z.int(),
    /** When it expires undecided. */
    expires_at: z.iso.datetime().nullable(),
  }),
);
