import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A conversation was given up. */
export const sessionCancelledV1 = defineEvent(
  'session.cancelled.v1',
  z.object({
    session_id: z.string(),
    owner: z.string(),
    language: z.string(),
    type: z.string(),
    reason: z.string(),
  }),
);
