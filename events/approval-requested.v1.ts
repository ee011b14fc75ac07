import * as z from 'zod';
import { changesetSummary, decidableRevision } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** A changeset waits for decisions. */
export const approvalRequestedV1 = defineEvent(
  'approval.requested.v1',
  changesetSummary.extend({
    ...decidableRevision.shape,
    policy: z.enum(['auto', 'single', 'two_person']),
    required_approvals: z.int(),
    summary: z.array(z.string()).max(20),
  }),
);
