import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** Somebody asked for a delivery now: a test, or a replay. Internal; no endpoint ever receives it. */
export const deliveryRequestedV1 = defineEvent(
  'delivery.requested.v1',
  z.object({ delivery_id: z.string(), version: z.int() }),
);
