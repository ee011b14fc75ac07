import { deliveryRequestedV1 } from '#events/delivery-requested.v1.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Delivery } from './delivery.ts';
import { putDelivery } from './delivery-store.ts';
import { wakeAfterSeconds } from './wake-after.ts';

/** Writes deliveries together with the event that has them attempted: both, or neither. */
export const requestDeliveries = (
  deliveries: readonly Delivery[],
  at: Date,
): Pick<Decision<unknown>, 'writes' | 'events'> => ({
  writes: deliveries.map((delivery) => putDelivery(delivery, wakeAfterSeconds(at, 0))),
  events: deliveries.map(({ delivery_id, version }) => ({
    name: deliveryRequestedV1.name,
    data: { delivery_id, version },
  })),
});
