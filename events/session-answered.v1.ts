import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A turn of a conversation was understood. */
export const sessionAnsweredV1 = defineEvent(
  'session.answered.v1',
  z.object({
    session_id: z.string(),
    owner: z.string(),
    language: z.string(),
    type: z.string(),
    turn: z.int(),
    slots_filled: z.int(),
  }),
);
