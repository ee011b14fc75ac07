import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE } from '#events/contract.ts';
import { logger } from '#shared/runtime/logger.ts';
import { chunk } from './chunk.ts';
import type { EventBus, OutgoingEvent } from './event-bus.ts';

/** Limits of one PutEvents call. */
const MAX_ENTRIES = 10;
const MAX_BYTES = 256 * 1024;

export class EventBridgeBus implements EventBus {
  readonly #client: EventBridgeClient;
  readonly #busName: string;

  constructor(client: EventBridgeClient, busName: string) {
    this.#client = client;
    this.#busName = busName;
  }

  async publish(events: readonly OutgoingEvent[]): Promise<ReadonlySet<string>> {
    const prepared = events.map(({ id, name, detail }) => {
      const Detail = JSON.stringify(detail);
      const entry = { EventBusName: this.#busName, Source: EVENT_SOURCE, DetailType: name, Detail };
      return { id, entry, bytes: Buffer.byteLength(Detail) + name.length + EVENT_SOURCE.length };
    });
    const chunks = chunk(prepared, ({ bytes }) => bytes, { items: MAX_ENTRIES, weight: MAX_BYTES });
    const taken = await Promise.all(chunks.map((part) => this.#put(part)));
    return new Set(taken.flat());
  }

  /** A call as a whole can fail, and each of its entries by itself. */
  async #put(part: readonly { id: string; entry: PutEventsRequestEntry }[]): Promise<string[]> {
    try {
      const Entries = part.map(({ entry }) => entry);
      const { Entries: results = [] } = await this.#client.send(new PutEventsCommand({ Entries }));
      return part.flatMap(({ id }, index) => (results[index]?.EventId ? [id] : []));
    } catch (error) {
      logger.error('events not published', {
        error: error instanceof Error ? error : String(error),
      });
      return [];
    }
  }
}
