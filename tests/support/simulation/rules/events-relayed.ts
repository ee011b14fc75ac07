import * as z from 'zod';
import type { Item } from '#shared/store/item.ts';
import type { Arrival } from '../machinery/stream.ts';
import type { Transaction } from '../machinery/transaction.ts';
import { must } from './violation.ts';

/** Every event that was written comes to the bus, and nothing comes there that was not written. */
export class EventsRelayed {
  readonly #written = new Set<string>();
  /** How many came off the stream, and not by housekeeping. */
  relayedFromStream = 0;

  see(transaction: Transaction): void {
    for (const { write, before, after } of transaction.in('OUTBOX#'))
      if (!before && after) this.#written.add(write.key.partition.slice('OUTBOX#'.length));
  }

  relayed(events: readonly Arrival[], published: ReadonlySet<string>): void {
    this.relayedFromStream += events.length;
    const left = events.map(({ item }) => idOf(item)).filter((id) => !published.has(id));
    must(left.length === 0, () => `${left} were taken off the stream, and never came to the bus`);
  }

  /** @param published ids of the events that the bus has taken */
  atRest(published: ReadonlySet<string>): void {
    const lost = [...this.#written].filter((id) => !published.has(id));
    must(lost.length === 0, () => `${lost.length} events never came to the bus`);
    const invented = [...published].filter((id) => !this.#written.has(id));
    must(invented.length === 0, () => `${invented.length} events were never written`);
  }
}

const row = z.object({ detail: z.object({ id: z.string() }) });
const idOf = (item: Item): string => row.parse(item).detail.id;
