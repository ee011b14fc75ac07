import { createHash } from 'node:crypto';
import * as z from 'zod';
import { CHANNELS } from './endpoint.ts';

/** One try to hand a delivery over. */
const deliveryAttempt = z.object({
  at: z.iso.datetime(),
  status_code: z.int().nullable(),
  error: z.string().nullable(),
  /** When the next one follows; null after the last. */
  next_at: z.iso.datetime().nullable(),
});

/**
 * `pending` was never tried, `failed` will be tried again, `dead` will not unless somebody replays it.
 */
const DELIVERY_STATUSES = ['pending', 'delivered', 'failed', 'dead'] as const;

/** One event on its way to one receiver (stored shape). */
export const delivery = z.object({
  delivery_id: z.string(),
  event_id: z.string(),
  /** Type without version. */
  event: z.string(),
  /** The endpoint that asked for it; null where it goes to a person whom the event concerns. */
  endpoint_id: z.string().nullable(),
  channel: z.enum(CHANNELS),
  /** E-mail address. */
  recipient: z.string().nullable(),
  /** The person of the tenant that it goes to. */
  user_id: z.string().nullable().default(null),
  /** `{ type, timestamp, data }` as JSON: the exact bytes of a webhook, whenever they are sent. */
  payload: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  attempts: z.array(deliveryAttempt),
  /** Attempts of the current round; a replay begins a new one. */
  tries: z.int().min(0),
  /** Grows with every change: a message made for an earlier version does nothing. */
  version: z.int().min(1),
  correlation_id: z.string(),
  created_at: z.iso.datetime(),
});
export type Delivery = z.infer<typeof delivery>;

/** Whether a delivery is to be tried (again). */
export const isOpen = ({ status }: Delivery): boolean =>
  status === 'pending' || status === 'failed';

export interface DeliveryTarget {
  readonly eventId: string;
  readonly occurredAt: string;
  readonly endpointId: string | null;
  readonly recipient: string | null;
}

/**
 * One id per event and receiver, however often the event arrives. It begins with the time of the
 * event, so that ids sort by it; the receiver of a webhook sees it as `webhook-id`.
 */
export function deliveryIdOf({
  eventId,
  occurredAt,
  endpointId,
  recipient,
}: DeliveryTarget): string {
  const time = Date.parse(occurredAt).toString(36).padStart(9, '0');
  const receiver = [eventId, endpointId, recipient?.toLowerCase()].join('\n');
  return `dlv_${time}${createHash('sha256').update(receiver).digest('hex').slice(0, 24)}`;
}

export const DELIVERY_ID_PATTERN = /^dlv_[0-9a-z]{33}$/;
