import * as z from 'zod';
import { EVENT_TYPES } from './event-types.ts';
import { signingSecret } from './signing-secret.ts';

/** Ways by which notifications leave. */
export const CHANNELS = ['slack', 'discord', 'email', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Which events an endpoint gets; `*` stands for all, those of the future too. */
export const eventFilter = z
  .array(z.enum(['*', ...EVENT_TYPES]))
  .min(1)
  .max(EVENT_TYPES.length);

/** Where a tenant wants to be told of events (stored shape). */
export const endpoint = z.object({
  endpoint_id: z.string(),
  channel: z.enum(CHANNELS),
  /** Where its messages are posted; null for e-mail. */
  url: z.string().nullable(),
  /** Of an e-mail endpoint. */
  recipients: z.array(z.string()),
  events: eventFilter,
  status: z.enum(['enabled', 'disabled']),
  disabled_reason: z.string().nullable(),
  /** What a webhook's requests are signed with; the first is the current one. */
  secrets: z.array(signingSecret),
  created_at: z.string(),
  version: z.int().min(1),
});
export type Endpoint = z.infer<typeof endpoint>;

/** Whether an endpoint gets events of this type. */
export const wants = ({ status, events }: Endpoint, eventType: string): boolean =>
  status === 'enabled' && events.some((wanted) => wanted === '*' || wanted === eventType);
