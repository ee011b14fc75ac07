import type { Transaction } from '../machinery/transaction.ts';
import { must } from './violation.ts';

/** Every event that was written comes to the bus, and nothing comes there that was not written. */
export class EventsRelayed {
  readonly #written = new Set<string>();

  see(transaction: Transaction): void {
    for (const { write, before, after } of transaction.in('OUTBOX#'))
      if (!before && after) this.#written.add(write.key.partition.slice('OUTBOX#'.length));
  }

  /** @param published ids of the events that the bus has taken */
  atRest(published: ReadonlySet<string>): void {
    const lost = [...this.#written].filter((id) => !published.has(id));
    must(lost.length === 0, () => `${lost.length} events never came to the bus`);
    const invented = [...published].filter((id) => !this.#written.has(id));
    must(invented.length === 0, () => `${invented.length} events were never written`);
  }
}
