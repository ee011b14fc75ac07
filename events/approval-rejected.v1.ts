import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** One person rejected the changeset: it is over. */
export const approvalRejectedV1 = defineEvent(
  'approval.rejected.v1',
  z.object({
    changeset_id: z.string(),
    revision: z.int(),
    session_id: z.string().nullable(),
    origin: z.enum(['conversation', 'template', 'import', 'rollback', 'edit']),
    title: z.string(),
    requester: z.object({ user_id: z.string(), email: z.string() }),
    risk_score: z.number(),
    changes: z.int(),
    approver: z.object({ user_id: z.string(), email: z.string() }),
    reason: z.string(),
  }),
);
