import type * as z from 'zod';
import { type Delivery, delivery } from './delivery.ts';

/** A delivery as admins see it: every attempt, not the payload. */
export const deliveryView = delivery.pick({
  delivery_id: true,
  event_id: true,
  event: true,
  endpoint_id: true,
  channel: true,
  recipient: true,
  status: true,
  attempts: true,
  created_at: true,
});

export const presentDelivery = (stored: Delivery): z.infer<typeof deliveryView> =>
  deliveryView.parse(stored);
