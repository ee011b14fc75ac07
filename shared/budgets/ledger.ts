import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Period } from './budget-window.ts';
import type { PaidProvider } from './price.ts';

/** The most that a call can cost. */
export interface Expense {
  readonly provider: PaidProvider;
  /** Micro-cents. */
  readonly microcents: number;
}

/** Money set aside for one provider call. */
export interface Reservation extends Expense, Period {
  readonly id: string;
  /**
   * ISO 8601. If nobody has settled it by then, whoever made the call has crashed. The provider may have
   * answered and charged all the same, so it is booked whole: nothing can be spent beyond the budget.
   */
  readonly until: string;
}

export type ReserveOutcome =
  | { readonly kind: 'reserved'; readonly reservation: Reservation }
  /** It does not fit, or too many others wanted the same budget until the deadline. */
  | { readonly kind: 'budget_exhausted'; readonly reason: 'used_up' | 'contended' };

/**
 * Port to the tenants' budgets: reserve → call → settle or release. Chat and embeddings spend through
 * the same one, a reservation per provider call.
 */
export interface BudgetLedger {
  /** Sets the money aside, if it fits the day of the provider and the month. */
  reserve(tenant: Tenant, expense: Expense, deadlineMs: number): Promise<ReserveOutcome>;
  /** Books what the call really cost, exactly once and however late, and frees the rest. */
  settle(tenant: Tenant, reservation: Reservation, microcents: number): Promise<void>;
  /** The call cost nothing. */
  release(tenant: Tenant, reservation: Reservation): Promise<void>;
}
