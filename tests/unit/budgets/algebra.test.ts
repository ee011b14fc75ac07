import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Allowance, periodAt, windowsOf } from '#shared/budgets/budget-window.ts';
import {
  type BudgetCounter,
  committedIn,
  NOTHING_SPENT,
  withoutLapsed,
} from '#shared/budgets/counter.ts';
import { closing, reserving } from '#shared/budgets/counter-change.ts';
import type { Reservation } from '#shared/budgets/ledger.ts';
import { PAID_PROVIDERS } from '#shared/budgets/price.ts';

const START = Date.parse('2026-01-29T00:00:00.000Z');
const HOLD_MS = 15 * 60_000;
const ALLOWANCE: Allowance = {
  budgets: { openai_daily_cents: 10, azure_daily_cents: 7.5, monthly_cents: 12 },
  time_zone: 'UTC',
};

const operation = fc.record({
  act: fc.constantFrom('reserve', 'settle', 'release', 'wait', 'crash'),
  provider: fc.constantFrom(...PAID_PROVIDERS),
  microcents: fc.integer({ min: 0, max: 4_000_000 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  which: fc.nat(),
});
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

/** One tenant's January, driven by a list of operations, with the truth kept beside the counter. */
class Month {
  counter: BudgetCounter = NOTHING_SPENT;
  open: Reservation[] = [];
  nowMs = START;
  booked = 0;
  /** Reservations that nobody will come back for. */
  crashed: Reservation[] = [];
  readonly told: string[] = [];
  #made = 0;

  run({ act, provider, microcents, share, which }: Operation): void {
    if (act === 'wait') this.nowMs += share * 20 * 60_000;
    if (act === 'reserve') this.#reserve(provider, microcents);
    const reservation = this.open[which % this.open.length];
    if (!reservation || act === 'wait' || act === 'reserve') return;
    if (act === 'crash') this.crashed.push(reservation);
    else this.#close(reservation, act === 'settle' ? share : null);
    this.open = this.open.filter((each) => each !== reservation);
  }

  #close(reservation: Reservation, share: number | null): void {
    const spent = share === null ? null : Math.floor(reservation.microcents * share);
    this.counter = closing(this.counter, reservation, spent, this.at).counter;
    this.booked += spent ?? 0;
  }

  get at(): Date {
    return new Date(this.nowMs);
  }

  #reserve(provider: (typeof PAID_PROVIDERS)[number], microcents: number): void {
    const period = periodAt(this.at, ALLOWANCE.time_zone);
    const windows = windowsOf(provider, period, ALLOWANCE);
    const until = new Date(this.nowMs + HOLD_MS).toISOString();
    const id = `r${this.#made++}`;
    const reservation = { provider, microcents, ...period, id, until };
    const change = reserving(this.counter, windows, reservation, this.at);
    this.counter = change.counter;
    this.told.push(
      ...change.events.map(({ data }) =>
        JSON.stringify([data['window'], data['period'], data['threshold_percent']]),
      ),
    );
    if (change.outcome.kind !== 'reserved') return;
    this.open.push(reservation);
    for (const window of windows)
      expect(committedIn(this.counter, window)).toBeLessThanOrEqual(window.limitMicrocents);
  }
}

const runAll = (operations: readonly Operation[]): Month => {
  const month = new Month();
  for (const each of operations) month.run(each);
  return month;
};

const operations = fc.array(operation, { maxLength: 60 });

describe('the algebra of budgets', () => {
  it('never admits beyond a window, and tells each threshold at most once', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const { told } = runAll(list);
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });

  it('books what was settled and what crashed calls may have cost, and then nothing stays held', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const month = runAll(list);
        for (const reservation of month.open)
          month.counter = closing(month.counter, reservation, null, month.at).counter;
        month.nowMs += HOLD_MS;
        const { spent, holds } = withoutLapsed(month.counter, month.at);
        const sums = Object.values(spent).flatMap((day) => Object.values(day));
        const crashed = month.crashed.reduce((sum, { microcents }) => sum + microcents, 0);
        expect(sums.reduce((sum, amount) => sum + amount, 0)).toBe(month.booked + crashed);
        expect(holds).toEqual({});
      }),
    );
  });
});
