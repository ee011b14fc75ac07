import { eventTypeOf } from '#events/contract.ts';
import type { ReceivedEvent } from '#shared/queue/event-consumer.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import { justAnswer } from '#shared/store/decision.ts';
import { listPeople } from '#shared/tenants/people-store.ts';
import type { Delivery } from './delivery.ts';
import { type DeliveryQueue, wakeUpFor } from './delivery-queue.ts';
import { putDelivery } from './delivery-store.ts';
import { listEndpoints } from './endpoint-store.ts';
import { NOTIFICATIONS_ACTOR } from './notifications-actor.ts';
import { concernsPeople } from './people-concerned.ts';
import { planDeliveries } from './plan-deliveries.ts';
import { wakeAfterSeconds } from './wake-after.ts';

export interface NotifyDeps extends CommitDeps {
  readonly queue: DeliveryQueue;
}

/**
 * Turns an event into one delivery per receiver, each with a message that asks for its first attempt.
 *
 * A delivery is written before its message is sent, and waits in the due index from that moment: a
 * crash between the two makes the event come again (the delivery is found, the message sent), and
 * should it not, `due-timers` sends it. A message too many finds a newer version and does nothing.
 */
export async function notify(deps: NotifyDeps, event: ReceivedEvent): Promise<number> {
  const { table, clock, queue } = deps;
  const [endpoints, people] = await Promise.all([
    listEndpoints(table, event.tenant),
    concernsPeople(eventTypeOf(event.name)) ? listPeople(table, event.tenant) : [],
  ]);
  const deliveries = planDeliveries(event, endpoints, people, clock.now());
  await Promise.all(deliveries.map((delivery) => recordOnce(deps, event, delivery)));
  await queue.send(deliveries.map((delivery) => wakeUpFor(event.tenant, delivery)));
  return deliveries.length;
}

/** Each delivery is its own transaction: a tenant's endpoints and people may exceed what one holds. */
async function recordOnce(deps: NotifyDeps, event: ReceivedEvent, delivery: Delivery) {
  const { tenant, correlationId } = event;
  const command = { tenant, actor: NOTIFICATIONS_ACTOR, correlationId };
  await commit(deps, command, {
    writes: [putDelivery(delivery, wakeAfterSeconds(deps.clock.now(), 0))],
    events: [],
    audit: [],
    response: undefined,
    // The event was here before.
    reconsider: async () => justAnswer(undefined),
  });
}
