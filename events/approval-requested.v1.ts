import * as z from 'zod';
import { changesetSummary } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** A changeset waits for decisions. */
export const approvalRequestedV1 = defineEvent(
  'approval.requested.v1',
  changesetSummary.extend({
    policy: z.enum(['auto', 'single', 'two_person']),
    required_approvals: z.int(),
    summary: z.array(z.string()).max(20),
  }),
);
