import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A decided changeset is left to the queue, to be applied in batches. Internal; no endpoint ever receives it. */
export const applicationAcceptedV1 = defineEvent(
  'application.accepted.v1',
  z.object({ changeset_id: z.string(), revision: z.int().min(1) }),
);
