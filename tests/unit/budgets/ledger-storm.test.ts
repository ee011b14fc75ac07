import { expect, it } from 'vitest';
import { seededRandom } from '#infra/local/engines/seeded-random.ts';
import { periodAt, windowsOf } from '#shared/budgets/budget-window.ts';
import { committedIn, withoutLapsed } from '#shared/budgets/counter.ts';
import { readCounter } from '#shared/budgets/counter-store.ts';
import type { Reservation } from '#shared/budgets/ledger.ts';
import { PAID_PROVIDERS } from '#shared/budgets/price.ts';
import { TableLedger } from '#shared/budgets/table-ledger.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { OUTBOX_ENTITY } from '#shared/store/outbox.ts';
import { CollidingTable } from '#tests/support/colliding-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const ACME = trustedTenant('acme');
const OPERATIONS = 10_000;
const AT_ONCE = 25;
/** Days and a month end within the storm, in the tenant's zone. */
const SETTINGS = {
  budgets: { openai_daily_cents: 3, azure_daily_cents: 2, monthly_cents: 12 },
  time_zone: 'Asia/Kolkata',
};
const MONTHS = ['2026-01', '2026-02', '2026-03'];

/** Instances that reserve, settle, release and crash on one table, and the truth beside it. */
class Storm {
  readonly table = new CollidingTable();
  readonly clock = new VirtualClock('2026-01-30T00:00:00.000Z');
  readonly ledgers = Array.from({ length: 5 }, () => this.#newLedger());
  readonly open: Reservation[] = [];
  readonly admitted: Reservation[] = [];
  /** What calls cost, by month, whether or not their callers came back. */
  readonly actual = new Map<string, number>();
  readonly random = seededRandom(7);
  #made = 0;

  #newLedger(): TableLedger {
    const { table, clock } = this;
    const ids = { uuid: () => `r${this.#made++}` };
    const pause = async () => new Promise<void>(setImmediate);
    const allowances = { current: async () => ({ settings: SETTINGS }) };
    return new TableLedger({ table, clock, ids, pause, allowances });
  }

  #oneOf<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[Math.floor(this.random() * values.length)] ?? values[0];
  }

  #ledger(): TableLedger {
    return this.ledgers[Math.floor(this.random() * this.ledgers.length)] ?? this.#newLedger();
  }

  async step(): Promise<void> {
    const dice = this.random();
    if (dice < 0.02) this.table.loseNextAnswer();
    if (dice < 0.5) return this.#reserve();
    const [reservation] = this.open.splice(Math.floor(this.random() * this.open.length), 1);
    if (!reservation) return;
    if (dice < 0.85) return this.#settle(reservation);
    if (dice < 0.93) return this.#ledger().release(ACME, reservation);
    // Nobody comes back from the call, which was made all the same.
    this.#cost(reservation, reservation.microcents);
  }

  async #reserve(): Promise<void> {
    const expense = {
      provider: this.#oneOf(PAID_PROVIDERS),
      microcents: Math.floor(this.random() * 40_000),
    };
    const outcome = await this.#ledger().reserve(ACME, expense, 60_000);
    if (outcome.kind !== 'reserved') return;
    this.open.push(outcome.reservation);
    this.admitted.push(outcome.reservation);
  }

  async #settle(reservation: Reservation): Promise<void> {
    const spent = Math.floor(this.random() * (reservation.microcents + 1));
    this.#cost(reservation, spent);
    await this.#ledger().settle(ACME, reservation, spent);
    if (this.random() < 0.1) await this.#ledger().settle(ACME, reservation, spent);
  }

  #cost({ month }: Reservation, microcents: number): void {
    this.actual.set(month, (this.actual.get(month) ?? 0) + microcents);
  }

  /** Every window that any expense was ever in. */
  async expectWithinBudgets(): Promise<void> {
    const period = periodAt(this.clock.now(), SETTINGS.time_zone);
    const counter = await readCounter(this.table, ACME, period.month);
    for (const provider of PAID_PROVIDERS)
      for (const window of windowsOf(provider, period, SETTINGS))
        expect(committedIn(counter, window)).toBeLessThanOrEqual(window.limitMicrocents);
  }

  thresholdsTold(): string[] {
    return this.table
      .written()
      .flatMap((write) =>
        write.action === 'put' && write.item['entity'] === OUTBOX_ENTITY ? [write.item] : [],
      )
      .map((row) => JSON.parse(JSON.stringify(row['detail'])).data)
      .map((data) => `${data.window} ${data.period} ${data.threshold_percent}`);
  }
}

it('after 10,000 operations with collisions, lost answers and crashes the books say what calls cost', async () => {
  const storm = new Storm();
  storm.table.collideWhen(() => storm.random() < 0.3);
  for (let made = 0; made < OPERATIONS; made += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => storm.step()));
    storm.clock.passSeconds(storm.random() * 1_200);
    await storm.expectWithinBudgets();
  }
  expect(storm.admitted.length).toBeGreaterThan(1_000);
  for (const reservation of storm.open) await storm.ledgers[0]?.release(ACME, reservation);
  storm.clock.passSeconds(16 * 60);
  for (const month of MONTHS) await expectBooked(storm, month);
  const told = storm.thresholdsTold();
  expect(told.length).toBeGreaterThan(10);
  expect(new Set(told).size).toBe(told.length);
}, 30_000);

/** A last look frees or books whatever crashed calls still hold: nothing leaks. */
async function expectBooked({ table, clock, actual }: Storm, month: string): Promise<void> {
  const { spent, holds } = withoutLapsed(await readCounter(table, ACME, month), clock.now());
  const booked = Object.values(spent).flatMap((day) => Object.values(day));
  expect(holds).toEqual({});
  expect(booked.reduce((sum, amount) => sum + amount, 0)).toBe(actual.get(month) ?? 0);
}
