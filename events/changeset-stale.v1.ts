import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** The configuration moved on before the changeset was applied. */
export const changesetStaleV1 = defineEvent(
  'changeset.stale.v1',
  z.object({
    changeset_id: z.string(),
    revision: z.int(),
    session_id: z.string().nullable(),
    origin: z.enum(['conversation', 'template', 'import', 'rollback', 'edit']),
    title: z.string(),
    requester: z.object({ user_id: z.string(), email: z.string() }),
    risk_score: z.number(),
    changes: z.int(),
    conflicts: z.array(z.string()).max(100),
  }),
);
