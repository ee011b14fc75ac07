import { logger } from '#shared/runtime/logger.ts';
import { OUTBOX_QUEUE, RELAY_GRACE_SECONDS } from '#shared/store/outbox.ts';
import type { DueItem } from '#shared/store/platform-table.ts';
import { type OutboxEntry, readOutboxItem } from './outbox-entry.ts';
import { type RelayDeps, relayEvents } from './relay-events.ts';

export interface OverdueEvents {
  /** Published now. */
  readonly resent: number;
  /** Still not on the bus. */
  readonly stuck: number;
  /** How long the oldest of all had waited since it was written. */
  readonly oldestSeconds: number;
}

/**
 * Publishes what the stream should have relayed and did not. Rows enter the due index a minute after
 * they were written, so that the relay is not raced; the bus may all the same see an event twice.
 */
export async function resendOverdueEvents(deps: RelayDeps): Promise<OverdueEvents> {
  const now = deps.clock.now();
  const total = { resent: 0, stuck: 0, oldestSeconds: 0 };
  for await (const page of deps.table.due(OUTBOX_QUEUE, now)) {
    const taken = await relayEvents(deps, page.flatMap(read));
    total.resent += taken.size;
    total.stuck += page.length - taken.size;
    total.oldestSeconds = Math.max(total.oldestSeconds, ...page.map((due) => waited(due, now)));
  }
  return total;
}

const waited = ({ at }: DueItem, now: Date): number =>
  (now.getTime() - Date.parse(at)) / 1000 + RELAY_GRACE_SECONDS;

function read(due: DueItem): readonly OutboxEntry[] {
  try {
    return [readOutboxItem(due)];
  } catch (error) {
    const cause = error instanceof Error ? error : String(error);
    logger.error('unreadable outbox row', { partition: due.key.partition, error: cause });
    return [];
  }
}
