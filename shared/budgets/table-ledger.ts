import type { Ids } from '#shared/runtime/ids.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { ContentionError } from '#shared/store/commit.ts';
import type { AllowanceSource } from './allowance-source.ts';
import { periodAt, windowsOf } from './budget-window.ts';
import { closing, reserving } from './counter-change.ts';
import { CounterWriter, type CounterWriterDeps } from './counter-writer.ts';
import type { BudgetLedger, Expense, Reservation, ReserveOutcome } from './ledger.ts';

export interface LedgerDeps extends CounterWriterDeps {
  readonly ids: Ids;
  readonly allowances: AllowanceSource;
}

/** As long as a function can run: a hold outlives every call, and a crash by no more than this. */
const HOLD_MS = 15 * 60_000;
/** What was spent is booked with patience: no answer waits for it. */
const CLOSE_DEADLINE_MS = 5_000;

/** The budgets of PRODUCT section 7 in the table: one counter per tenant and month. */
export class TableLedger implements BudgetLedger {
  readonly #deps: LedgerDeps;
  readonly #counters: CounterWriter;

  constructor(deps: LedgerDeps) {
    this.#deps = deps;
    this.#counters = new CounterWriter(deps);
  }

  async reserve(tenant: Tenant, expense: Expense, deadlineMs: number): Promise<ReserveOutcome> {
    const { allowances, clock, ids } = this.#deps;
    const { settings } = await allowances.current(tenant);
    const now = clock.now();
    const period = periodAt(now, settings.time_zone);
    const windows = windowsOf(expense.provider, period, settings);
    const until = new Date(now.getTime() + HOLD_MS).toISOString();
    const reservation = { ...expense, ...period, id: ids.uuid(), until };
    const outcome = await this.#counters.change<ReserveOutcome>(
      { ...reservation, tenant },
      (counter, at) => reserving(counter, windows, reservation, at),
      deadlineMs,
    );
    return outcome ?? { kind: 'budget_exhausted', reason: 'contended' };
  }

  settle(tenant: Tenant, reservation: Reservation, microcents: number): Promise<void> {
    return this.#close(tenant, reservation, microcents);
  }

  release(tenant: Tenant, reservation: Reservation): Promise<void> {
    return this.#close(tenant, reservation, null);
  }

  async #close(tenant: Tenant, reservation: Reservation, spent: number | null): Promise<void> {
    const outcome = await this.#counters.change(
      { ...reservation, tenant },
      (counter, at) => closing(counter, reservation, spent, at),
      CLOSE_DEADLINE_MS,
    );
    if (!outcome) throw new ContentionError('The budget could not be settled in time');
  }
}
