import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { outboxRow } from '#shared/store/outbox.ts';
import { type Refusal, type Table, TransactionRefused } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import type { BudgetCounter } from './counter.ts';
import type { CounterChange } from './counter-change.ts';
import { asCounter, putCounter, readCounter } from './counter-store.ts';

export interface CounterWriterDeps {
  readonly table: Table;
  readonly clock: Clock;
  /** Waits between attempts. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Which counter, and on whose account. */
export interface CounterAddress {
  readonly tenant: Tenant;
  readonly month: string;
  /** The reservation that the change is about. */
  readonly id: string;
}

/** Decides a change on the counter as it is; asked again when another change was first. */
export type Plan<Outcome> = (counter: BudgetCounter, at: Date) => CounterChange<Outcome>;

const MAX_PAUSE_MS = 200;

/**
 * Changes counters, each only on top of the version that the change was decided on, in one transaction
 * with the reservation's record and the events. The counter last seen is tried first and a collision
 * brings the newer one with it, so a change usually takes one round trip.
 */
export class CounterWriter {
  readonly #deps: CounterWriterDeps;
  readonly #seen = new Map<string, BudgetCounter>();
  /** The last change of each counter that is under way here: the next waits instead of colliding. */
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(deps: CounterWriterDeps) {
    this.#deps = deps;
  }

  /** The outcome, or undefined when others were first until the deadline. */
  change<Outcome>(
    address: CounterAddress,
    plan: Plan<Outcome>,
    deadlineMs: number,
  ): Promise<Outcome | undefined> {
    const giveUpAtMs = this.#deps.clock.now().getTime() + deadlineMs;
    const before = this.#underWay.get(keyOf(address)) ?? Promise.resolve();
    const change = before.then(() => this.#changeBy(giveUpAtMs, address, plan));
    this.#underWay.set(
      keyOf(address),
      change.catch(() => undefined),
    );
    return change;
  }

  async #changeBy<Outcome>(giveUpAtMs: number, address: CounterAddress, plan: Plan<Outcome>) {
    const { clock, pause } = this.#deps;
    for (let attempt = 0; clock.now().getTime() <= giveUpAtMs; attempt += 1) {
      const done = await this.#attempt(address, plan);
      if (done) return done.outcome;
      await pause(Math.random() * Math.min(MAX_PAUSE_MS, 5 * 2 ** attempt));
    }
    return undefined;
  }

  async #attempt<Outcome>(address: CounterAddress, plan: Plan<Outcome>) {
    const at = this.#deps.clock.now();
    const remembered = this.#seen.get(keyOf(address));
    let read = remembered ?? (await this.#read(address));
    let change = plan(read, at);
    // What is only remembered may grant, for the table will check; it may not refuse.
    if (change.refused && remembered) {
      read = await this.#read(address);
      change = plan(read, at);
    }
    if (change.counter === read) return change;
    return (await this.#write(address, read, change, at)) ? change : undefined;
  }

  async #read(address: CounterAddress): Promise<BudgetCounter> {
    return this.#remember(
      address,
      await readCounter(this.#deps.table, address.tenant, address.month),
    );
  }

  #remember(address: CounterAddress, counter: BudgetCounter): BudgetCounter {
    this.#seen.set(keyOf(address), counter);
    return counter;
  }

  /** Whether it is done, now or by an earlier attempt whose answer was lost. */
  async #write(
    address: CounterAddress,
    read: BudgetCounter,
    change: CounterChange<unknown>,
    at: Date,
  ): Promise<boolean> {
    try {
      await this.#deps.table.transact(address.tenant, writesOf(address, read, change, at));
      this.#remember(address, { ...change.counter, version: read.version + 1 });
      return true;
    } catch (error) {
      if (!(error instanceof TransactionRefused)) throw error;
      return this.#learn(address, error.refusals, change);
    }
  }

  #learn(
    address: CounterAddress,
    refusals: readonly Refusal[],
    change: CounterChange<unknown>,
  ): boolean {
    const [counter, record] = [COUNTER, RECORD].map((index) =>
      refusals.find((refusal) => refusal.index === index && refusal.reason === 'condition'),
    );
    if (counter?.reason === 'condition') this.#remember(address, asCounter(counter.existing));
    return record?.reason === 'condition' && change.wasMade(record.existing);
  }
}

const keyOf = ({ tenant, month }: CounterAddress): string => `${tenant} ${month}`;

/** Places of the two writes in the transaction. */
const COUNTER = 0;
const RECORD = 1;

const writesOf = (
  { tenant, month, id }: CounterAddress,
  read: BudgetCounter,
  { counter, record, events }: CounterChange<unknown>,
  at: Date,
): readonly Write[] => [
  putCounter(month, counter, read),
  ...(record ? [record] : []),
  ...events.map((event) => outboxRow(event, { tenant, correlationId: `budget-${id}`, at })),
];
