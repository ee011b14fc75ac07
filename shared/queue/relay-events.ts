import type { Clock } from '#shared/runtime/clock.ts';
import { logger } from '#shared/runtime/logger.ts';
import type { PlatformTable } from '#shared/store/platform-table.ts';
import type { EventBus } from './event-bus.ts';
import type { OutboxEntry } from './outbox-entry.ts';

export interface RelayDeps {
  readonly bus: EventBus;
  readonly table: PlatformTable;
  readonly clock: Clock;
}

/** How long a relayed row stays to be looked at. */
const KEEP_RELAYED_DAYS = 7;

/**
 * Publishes events of the outbox and marks their rows, in this order: a crash between the two
 * publishes again, never too little. Returns the ids that the bus took.
 */
export async function relayEvents(
  { bus, table, clock }: RelayDeps,
  entries: readonly OutboxEntry[],
): Promise<ReadonlySet<string>> {
  const taken = await bus.publish(entries.map(({ event }) => event));
  const forgetAt = new Date(clock.now().getTime() + KEEP_RELAYED_DAYS * 86_400_000);
  const marks = entries
    .filter(({ event }) => taken.has(event.id))
    .map(({ address }) => table.settle(address, forgetAt));
  const unmarked = (await Promise.allSettled(marks)).filter(({ status }) => status === 'rejected');
  // The events are out. Rows without the mark are only published once more, by housekeeping.
  if (unmarked.length > 0) logger.warn('relayed rows not marked', { rows: unmarked.length });
  return taken;
}
