import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A conversation began. */
export const sessionStartedV1 = defineEvent(
  'session.started.v1',
  z.object({ session_id: z.string(), owner: z.string(), language: z.string(), type: z.string() }),
);
