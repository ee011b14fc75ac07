import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { applicationAcceptedV1 } from '#events/application-accepted.v1.ts';
import { EVENT_SOURCE } from '#events/contract.ts';
import type { EventBus, OutgoingEvent } from '#shared/queue/event-bus.ts';
import { batchOf } from '../../conversation-world/queue-batch.ts';
import type { Dice } from './dice.ts';

const DOUBLED = 0.5;
const REFUSED = 0.05;

/** The bus, and behind its rule the queue of applications: at least once, and in no order. */
export class EventQueue implements EventBus {
  /** Ids of all events that the bus has taken. */
  readonly published = new Set<string>();
  readonly #messages: OutgoingEvent[] = [];
  readonly #dice: Dice;
  #isCalm = false;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  get length(): number {
    return this.#messages.length;
  }

  /** From now on the bus takes everything, once. */
  end(): void {
    this.#isCalm = true;
  }

  async publish(events: readonly OutgoingEvent[]): Promise<ReadonlySet<string>> {
    const taken = events.filter(() => this.#isCalm || !this.#dice.chance(REFUSED));
    for (const event of taken) this.#take(event);
    return new Set(taken.map(({ id }) => id));
  }

  /** Hands one message over; one that fails, or dies with its reader, comes again. */
  async deliver(consume: (event: SQSEvent) => Promise<SQSBatchResponse>): Promise<void> {
    const [event] = this.#messages.splice(this.#dice.below(this.#messages.length), 1);
    if (!event) return;
    const body = { 'detail-type': event.name, source: EVENT_SOURCE, detail: event.detail };
    const done = await consume(batchOf(body)).then(
      ({ batchItemFailures }) => batchItemFailures.length === 0,
      () => false,
    );
    if (!done) this.#messages.push(event);
  }

  #take(event: OutgoingEvent): void {
    this.published.add(event.id);
    if (event.name !== applicationAcceptedV1.name) return;
    this.#messages.push(event);
    if (!this.#isCalm && this.#dice.chance(DOUBLED)) this.#messages.push(event);
  }
}
