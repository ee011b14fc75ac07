import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A changeset waits for decisions. */
export const approvalRequestedV1 = defineEvent(
  'approval.requested.v1',
  z.object({
    changeset_id: z.string(),
    revision: z.int(),
    session_id: z.string().nullable(),
    origin: z.enum(['conversation', 'template', 'import', 'rollback', 'edit']),
    title: z.string(),
    requester: z.object({ user_id: z.string(), email: z.string() }),
    risk_score: z.number(),
    changes: z.int(),
    policy: z.enum(['auto', 'single', 'two_person']),
    required_approvals: z.int(),
    summary: z.array(z.string()).max(20),
  }),
);
