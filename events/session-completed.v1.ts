import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** What the conversation drafted is applied, or its problem solved, or its wish recorded. */
export const sessionCompletedV1 = defineEvent(
  'session.completed.v1',
  z.object({ session_id: z.string(), changeset_id: z.string().optional() }),
);
