import { deliveryRequestedV1 } from '#events/delivery-requested.v1.ts';
import { type NotifyDeps, notify } from '#shared/notifications/notify.ts';
import { eventConsumer, on } from '#shared/queue/event-consumer.ts';
import { notifiedEvents } from './contract.ts';

/** Events → deliveries and messages that ask for their first attempt. Safe to repeat. */
export const createHandler = (deps: NotifyDeps) =>
  eventConsumer([
    ...notifiedEvents.map((contract) =>
      on(contract, async (event, log) => {
        const deliveries = await notify(deps, event);
        log.info('notified', { deliveries });
      }),
    ),
    on(deliveryRequestedV1, ({ tenant, data: { delivery_id, version } }) =>
      deps.queue.send([{ tenant, deliveryId: delivery_id, version, delaySeconds: 0 }]),
    ),
  ]);
