import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A person is asked to take a conversation over. */
export const sessionEscalatedV1 = defineEvent(
  'session.escalated.v1',
  z.object({
    session_id: z.string(),
    owner: z.string(),
    language: z.string(),
    type: z.string(),
    ticket: z.string(),
    reason: z.string(),
    urgency: z.enum(['low', 'medium', 'high']),
  }),
);
