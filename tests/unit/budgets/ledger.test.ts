import { beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '#infra/local/engines/seeded-random.ts';
import { readCounter } from '#shared/budgets/counter-store.ts';
import type { Reservation } from '#shared/budgets/ledger.ts';
import { TableLedger } from '#shared/budgets/table-ledger.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { OUTBOX_ENTITY } from '#shared/store/outbox.ts';
import { CollidingTable } from '#tests/support/colliding-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const ACME = trustedTenant('acme');
const CENT = 1_000_000;
const ALLOWANCE = {
  budgets: { openai_daily_cents: 100, azure_daily_cents: 100, monthly_cents: 150 },
  time_zone: 'Asia/Tokyo',
};
const MONTH = '2026-01';

let table: CollidingTable;
let clock: VirtualClock;
let settings = ALLOWANCE;
let nextId = 0;

const newLedger = () =>
  new TableLedger({
    table,
    clock,
    ids: { uuid: () => `reservation-${nextId++}` },
    pause: async (milliseconds) => {
      // Others go first, as during a real pause.
      await new Promise(setImmediate);
      clock.moveTo(clock.ms + milliseconds / 1000);
    },
    allowances: { current: async () => ({ settings }) },
  });

const spent = async (month = MONTH) => (await readCounter(table, ACME, month)).spent;
const holds = async () => Object.keys((await readCounter(table, ACME, MONTH)).holds);

async function reserved(ledger: TableLedger, cents: number): Promise<Reservation> {
  const expense = { provider: 'openai', microcents: cents * CENT } as const;
  const outcome = await ledger.reserve(ACME, expense, 5_000);
  if (outcome.kind !== 'reserved') throw new Error(`Not reserved: ${outcome.reason}`);
  return outcome.reservation;
}

const kindOf = async (
  ledger: TableLedger,
  cents: number,
  provider: 'openai' | 'azure' = 'openai',
) => {
  const expense = { provider, microcents: cents * CENT } as const;
  return (await ledger.reserve(ACME, expense, 5_000)).kind;
};

const thresholdsTold = () =>
  table
    .written()
    .flatMap((write) =>
      write.action === 'put' && write.item['entity'] === OUTBOX_ENTITY ? [write.item] : [],
    )
    .map((row) => JSON.parse(JSON.stringify(row['detail'])).data)
    .map((data) => `${data.window} ${data.period} ${data.threshold_percent}`);

beforeEach(() => {
  table = new CollidingTable();
  clock = new VirtualClock('2026-01-05T10:00:00.000Z');
  settings = ALLOWANCE;
  nextId = 0;
});

describe('a budget', () => {
  it.each([
    ['nothing', 0],
    ['three of ten transactions', 0.3],
  ])(
    'admits exactly 100 of 1,000 parallel calls where 100 fit and %s collides',
    async (_, share) => {
      const random = seededRandom(1);
      table.collideWhen(() => random() < share);
      const ledgers = Array.from({ length: 10 }, newLedger);
      const calls = Array.from({ length: 1_000 }, (_, index) =>
        kindOf(ledgers[index % ledgers.length] ?? newLedger(), 1),
      );
      const kinds = await Promise.all(calls);
      expect(kinds.filter((kind) => kind === 'reserved')).toHaveLength(100);
      expect(await holds()).toHaveLength(100);
    },
  );

  it('books what a call cost, and frees the rest', async () => {
    const ledger = newLedger();
    const reservation = await reserved(ledger, 60);
    expect(await kindOf(ledger, 60)).toBe('budget_exhausted');
    await ledger.settle(ACME, reservation, 10 * CENT);
    expect(await spent()).toEqual({ '2026-01-05': { openai: 10 * CENT } });
    expect(await kindOf(ledger, 60)).toBe('reserved');
  });

  it('settles once, however often it is told to', async () => {
    const ledger = newLedger();
    const reservation = await reserved(ledger, 60);
    await ledger.settle(ACME, reservation, 10 * CENT);
    await ledger.settle(ACME, reservation, 10 * CENT);
    await newLedger().release(ACME, reservation);
    expect(await spent()).toEqual({ '2026-01-05': { openai: 10 * CENT } });
  });

  it('is never billed more than was set aside', async () => {
    const ledger = newLedger();
    await ledger.settle(ACME, await reserved(ledger, 60), 1_000 * CENT);
    expect(await spent()).toEqual({ '2026-01-05': { openai: 60 * CENT } });
  });

  it('has room again after a release', async () => {
    const ledger = newLedger();
    await ledger.release(ACME, await reserved(ledger, 100));
    expect(await kindOf(ledger, 100)).toBe('reserved');
    expect(await spent()).toEqual({});
  });

  it('books what a call may have cost whose caller crashed, and corrects it if the call comes back', async () => {
    const ledger = newLedger();
    const reservation = await reserved(ledger, 60);
    clock.passSeconds(16 * 60);
    expect(await kindOf(newLedger(), 60)).toBe('budget_exhausted');
    const repeated = await reserved(newLedger(), 20);
    await newLedger().settle(ACME, repeated, 7 * CENT);
    expect(await spent()).toEqual({ '2026-01-05': { openai: 67 * CENT } });
    expect(await holds()).toEqual([]);
    await ledger.settle(ACME, reservation, 5 * CENT);
    await ledger.settle(ACME, reservation, 5 * CENT);
    expect(await spent()).toEqual({ '2026-01-05': { openai: 12 * CENT } });
  });

  it('is not charged twice when the answer of the table is lost', async () => {
    const ledger = newLedger();
    table.loseNextAnswer();
    const reservation = await reserved(ledger, 60);
    expect(await holds()).toEqual([reservation.id]);
    table.loseNextAnswer();
    await ledger.settle(ACME, reservation, 10 * CENT);
    expect(await spent()).toEqual({ '2026-01-05': { openai: 10 * CENT } });
  });

  it('is per provider and day, and all of them share the month', async () => {
    const ledger = newLedger();
    await reserved(ledger, 100);
    expect(await kindOf(ledger, 1)).toBe('budget_exhausted');
    expect(await kindOf(ledger, 60, 'azure')).toBe('budget_exhausted');
    expect(await kindOf(ledger, 50, 'azure')).toBe('reserved');
  });

  it('begins anew with the day and the month of the tenant, not of Greenwich', async () => {
    const ledger = newLedger();
    await ledger.settle(ACME, await reserved(ledger, 100), 100 * CENT);
    clock.moveTo(Date.parse('2026-01-05T15:00:00.000Z'));
    await ledger.settle(ACME, await reserved(ledger, 50), 50 * CENT);
    expect(await kindOf(ledger, 1)).toBe('budget_exhausted');
    clock.moveTo(Date.parse('2026-01-31T15:00:00.000Z'));
    await ledger.settle(ACME, await reserved(ledger, 100), 100 * CENT);
    expect(await spent()).toEqual({
      '2026-01-05': { openai: 100 * CENT },
      '2026-01-06': { openai: 50 * CENT },
    });
    expect(await spent('2026-02')).toEqual({ '2026-02-01': { openai: 100 * CENT } });
  });

  it('books a call that ends after midnight on the day on which it began', async () => {
    const ledger = newLedger();
    clock.moveTo(Date.parse('2026-01-05T14:59:59.000Z'));
    const reservation = await reserved(ledger, 10);
    clock.passSeconds(5);
    await ledger.settle(ACME, reservation, 7 * CENT);
    expect(await spent()).toEqual({ '2026-01-05': { openai: 7 * CENT } });
  });

  it('says so at 50, 80 and 100 percent, once each, with the change that reached it', async () => {
    const ledger = newLedger();
    for (let cents = 0; cents < 100; cents += 10)
      await ledger.settle(ACME, await reserved(ledger, 10), 10 * CENT);
    await kindOf(ledger, 10);
    await kindOf(newLedger(), 10);
    expect(thresholdsTold()).toEqual([
      'openai_daily 2026-01-05 50',
      'openai_daily 2026-01-05 80',
      'monthly 2026-01 50',
      'openai_daily 2026-01-05 100',
    ]);
  });

  it('counts as used up when it has to refuse', async () => {
    const ledger = newLedger();
    await reserved(ledger, 95);
    expect(await kindOf(ledger, 10)).toBe('budget_exhausted');
    expect(thresholdsTold()).toContain('openai_daily 2026-01-05 100');
  });

  it('gives up at the deadline when others are always first', async () => {
    table.collideEvery(1);
    const expense = { provider: 'openai', microcents: 1 } as const;
    const outcome = await newLedger().reserve(ACME, expense, 1);
    expect(outcome).toEqual({ kind: 'budget_exhausted', reason: 'contended' });
  });

  it('refuses by the table, never by what an instance remembers', async () => {
    const [one, other] = [newLedger(), newLedger()];
    const reservation = await reserved(one, 100);
    expect(await kindOf(other, 10)).toBe('budget_exhausted');
    await one.release(ACME, reservation);
    expect(await kindOf(other, 10)).toBe('reserved');
  });
});
