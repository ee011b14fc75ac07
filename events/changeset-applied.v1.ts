import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** The configuration is now what the changeset says. */
export const changesetAppliedV1 = defineEvent(
  'changeset.applied.v1',
  z.object({
    changeset_id: z.string(),
    revision: z.int(),
    session_id: z.string().nullable(),
    origin: z.enum(['conversation', 'template', 'import', 'rollback', 'edit']),
    title: z.string(),
    requester: z.object({ user_id: z.string(), email: z.string() }),
    risk_score: z.number(),
    changes: z.int(),
    resources: z.array(z.string()).max(100),
  }),
);
