import type { Clock } from '#shared/runtime/clock.ts';
import { logger } from '#shared/runtime/logger.ts';
import type { DueItem, PlatformTable } from '#shared/store/platform-table.ts';
import { delivery } from './delivery.ts';
import { type DeliveryQueue, type WakeUp, wakeUpFor } from './delivery-queue.ts';
import { DELIVERY_QUEUE } from './delivery-store.ts';

export interface WakeDeliveriesDeps {
  readonly table: PlatformTable;
  readonly queue: DeliveryQueue;
  readonly clock: Clock;
}

/** How long the queue has to get to a message before another is sent. */
const AGAIN_SECONDS = 5 * 60;

/** Sends a message for each delivery whose time has come; returns how many. Safe to repeat. */
export async function wakeDeliveries(deps: WakeDeliveriesDeps): Promise<number> {
  const now = deps.clock.now();
  let woken = 0;
  for await (const page of deps.table.due(DELIVERY_QUEUE, now)) {
    await deps.queue.send(page.flatMap(toWakeUp));
    // After the messages: a crash before this line wakes the same deliveries again, which is harmless.
    const until = new Date(now.getTime() + AGAIN_SECONDS * 1000);
    await Promise.all(page.map((due) => deps.table.postpone(due, until)));
    woken += page.length;
  }
  return woken;
}

/** One item that cannot be read must not keep the others waiting. */
function toWakeUp({ tenant, key, item }: DueItem): readonly WakeUp[] {
  const read = delivery.safeParse(item);
  if (read.success) return [wakeUpFor(tenant, read.data)];
  logger.error('unreadable delivery', { tenant, delivery_id: key.sort, error: read.error });
  return [];
}
