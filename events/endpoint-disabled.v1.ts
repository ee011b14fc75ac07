import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** An endpoint gets no more notifications until an admin enables it again. */
export const endpointDisabledV1 = defineEvent(
  'endpoint.disabled.v1',
  z.object({
    endpoint_id: z.string(),
    channel: z.enum(['slack', 'discord', 'email', 'webhook']),
    reason: z.string(),
  }),
);
