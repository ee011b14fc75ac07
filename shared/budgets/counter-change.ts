import { budgetThresholdReachedV1 } from '#events/budget-threshold-reached.v1.ts';
import type { DomainEvent } from '#shared/store/decision.ts';
import type { Item } from '#shared/store/item.ts';
import type { Put } from '#shared/store/write.ts';
import type { BudgetWindow } from './budget-window.ts';
import {
  type BudgetCounter,
  fullWindow,
  withHold,
  withoutHold,
  withoutLapsed,
  withSpent,
} from './counter.ts';
import type { Reservation, ReserveOutcome } from './ledger.ts';
import { closeReservation, openReservation, wasMade } from './reservation-record.ts';
import { type ThresholdReached, tellThresholds } from './thresholds.ts';

/** What is to be done to a counter, as data: the ledger alone carries it out. */
export interface CounterChange<Outcome> {
  /** The counter afterwards; the one that was given where nothing changes. */
  readonly counter: BudgetCounter;
  /** The reservation's record, where the change has one. */
  readonly record?: Put;
  readonly events: readonly DomainEvent[];
  readonly outcome: Outcome;
  /** Refused by what the counter says: worth a second look at a counter that is only remembered. */
  readonly refused: boolean;
  /** Whether the record that was found instead means that the change was made before. */
  readonly wasMade: (existing: Item | undefined) => boolean;
}

/** Sets money aside if it fits every window; otherwise says so, once, to the tenant. */
export function reserving(
  given: BudgetCounter,
  windows: readonly BudgetWindow[],
  reservation: Reservation,
  at: Date,
): CounterChange<ReserveOutcome> {
  const counter = withoutLapsed(given, at);
  const full = fullWindow(counter, windows, reservation.microcents);
  if (full) return refusing(given, windows, full);
  const { id, provider, day, microcents, until } = reservation;
  const held = withHold(counter, id, { provider, day, microcents, until });
  const told = tellThresholds(held, windows);
  return {
    counter: told.counter,
    record: openReservation(reservation),
    events: told.reached.map(thresholdReached),
    outcome: { kind: 'reserved', reservation },
    refused: false,
    wasMade: (existing) => wasMade(existing, 'open'),
  };
}

function refusing(
  counter: BudgetCounter,
  windows: readonly BudgetWindow[],
  full: BudgetWindow,
): CounterChange<ReserveOutcome> {
  const told = tellThresholds(counter, windows, full);
  return {
    counter: told.counter,
    events: told.reached.map(thresholdReached),
    outcome: { kind: 'budget_exhausted', reason: 'used_up' },
    refused: true,
    wasMade: () => false,
  };
}

/**
 * Frees what was held and books what was spent, if anything. A reservation that had lapsed meanwhile
 * holds nothing any more; its call was made and is booked all the same, in place of what was booked
 * for it when nobody seemed to come back. A bill above what was set aside is not believed: the most that
 * a call can cost was reserved, and nothing may pass the budget.
 */
export function closing(
  given: BudgetCounter,
  reservation: Reservation,
  spent: number | null,
  at: Date,
): CounterChange<'closed'> {
  const freed = withoutLapsed(withoutHold(given, reservation.id), at);
  const status = spent === null ? 'released' : 'settled';
  const bill = Math.min(spent ?? 0, reservation.microcents);
  const due = bill - bookedAlready(given, reservation);
  return {
    counter: due === 0 ? freed : withSpent(freed, reservation, reservation.provider, due),
    record: closeReservation(reservation, status, bill),
    events: [],
    outcome: 'closed',
    refused: false,
    // However it ended: a reservation ends once.
    wasMade: () => true,
  };
}

/** A hold leaves the counter with its own settlement, which comes once, or by its lapse. */
const bookedAlready = ({ holds }: BudgetCounter, { id, microcents }: Reservation): number =>
  Object.hasOwn(holds, id) ? 0 : microcents;

const thresholdReached = (reached: ThresholdReached): DomainEvent => ({
  name: budgetThresholdReachedV1.name,
  data: {
    window: reached.window.name,
    period: reached.window.period,
    threshold_percent: reached.threshold,
    limit_microcents: reached.window.limitMicrocents,
    committed_microcents: reached.committedMicrocents,
  },
});
