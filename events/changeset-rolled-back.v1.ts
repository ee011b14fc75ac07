import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A changeset was taken back by applying its inverse. */
export const changesetRolledBackV1 = defineEvent(
  'changeset.rolled_back.v1',
  z.object({
    changeset_id: z.string(),
    revision: z.int(),
    session_id: z.string().nullable(),
    origin: z.enum(['conversation', 'template', 'import', 'rollback', 'edit']),
    title: z.string(),
    requester: z.object({ user_id: z.string(), email: z.string() }),
    risk_score: z.number(),
    changes: z.int(),
    rolled_back_by: z.string(),
  }),
);
