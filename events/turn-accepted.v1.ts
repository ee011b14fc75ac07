import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A turn, or the draft at its end, is left to the queue. Internal; no endpoint ever receives it. */
export const turnAcceptedV1 = defineEvent(
  'turn.accepted.v1',
  z.object({ session_id: z.string(), task_id: z.string() }),
);
