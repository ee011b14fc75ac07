import type { EventBus, OutgoingEvent } from '#shared/queue/event-bus.ts';

/** A bus that remembers what it took, and takes all but the events it is told to refuse. */
export class RecordingBus implements EventBus {
  readonly published: OutgoingEvent[] = [];
  readonly #refused: ReadonlySet<string>;

  constructor({ refuse = [] }: { readonly refuse?: readonly string[] } = {}) {
    this.#refused = new Set(refuse);
  }

  async publish(events: readonly OutgoingEvent[]): Promise<ReadonlySet<string>> {
    const taken = events.filter(({ id }) => !this.#refused.has(id));
    this.published.push(...taken);
    return new Set(taken.map(({ id }) => id));
  }
}
