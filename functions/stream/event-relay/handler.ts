import { type OutboxEntry, readOutboxImage } from '#shared/queue/outbox-entry.ts';
import { type RelayDeps, relayEvents } from '#shared/queue/relay-events.ts';
import { type StreamedItem, streamConsumer } from '#shared/queue/stream-consumer.ts';
import { logger } from '#shared/runtime/logger.ts';

interface Arrived {
  readonly sequenceNumber: string;
  readonly entry: OutboxEntry | undefined;
}

/** Outbox rows → events on the bus. A row that the bus does not take comes again, then is parked. */
export const createHandler = (deps: RelayDeps) =>
  streamConsumer(async (items) => {
    const arrived = items.map(read);
    const entries = arrived.flatMap(({ entry }) => entry ?? []);
    const taken = await relayEvents(deps, entries);
    return arrived
      .filter(({ entry }) => !entry || !taken.has(entry.event.id))
      .map(({ sequenceNumber }) => sequenceNumber);
  });

function read({ sequenceNumber, image }: StreamedItem): Arrived {
  try {
    return { sequenceNumber, entry: readOutboxImage(image) };
  } catch (error) {
    const cause = error instanceof Error ? error : String(error);
    logger.error('unreadable outbox row', { sequence_number: sequenceNumber, error: cause });
    return { sequenceNumber, entry: undefined };
  }
}
