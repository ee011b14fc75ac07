import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A conversation ended in a draft that waits for approval. */
export const sessionDraftedV1 = defineEvent(
  'session.drafted.v1',
  z.object({
    session_id: z.string(),
    owner: z.string(),
    language: z.string(),
    type: z.string(),
    changeset_id: z.string(),
  }),
);
