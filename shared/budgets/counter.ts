import * as z from 'zod';
import type { BudgetWindow, Period } from './budget-window.ts';
import { PAID_PROVIDERS, type PaidProvider } from './price.ts';

const microcents = z.int().min(0);

const hold = z.strictObject({
  provider: z.enum(PAID_PROVIDERS),
  day: z.string(),
  microcents,
  /** From then on nobody comes back for it: whoever held it has crashed, and the call was made. */
  until: z.iso.datetime(),
});
export type Hold = z.infer<typeof hold>;

/**
 * What a tenant has spent in a month, per day and provider, and what is held for calls under way. Days
 * and holds are inside the one item, so every admission sees everything that it competes with.
 */
export const budgetCounter = z.strictObject({
  version: z.int().min(0),
  /** Day → provider → micro-cents. */
  spent: z.record(z.string(), z.partialRecord(z.enum(PAID_PROVIDERS), microcents)),
  /** By reservation. */
  holds: z.record(z.string(), hold),
  /** Window (`openai_daily/2026-01-05`) → the highest threshold that was told, in percent. */
  told: z.record(z.string(), z.int()),
});
export type BudgetCounter = z.infer<typeof budgetCounter>;

export const NOTHING_SPENT: BudgetCounter = { version: 0, spent: {}, holds: {}, told: {} };

/** Spent and held in a window: what a new call competes with. */
export function committedIn(counter: BudgetCounter, { name, period }: BudgetWindow): number {
  const counts = (day: string, provider: PaidProvider): boolean =>
    name === 'monthly' || (name === `${provider}_daily` && day === period);
  const spent = Object.entries(counter.spent).flatMap(([day, providers]) =>
    PAID_PROVIDERS.map((provider) => (counts(day, provider) ? (providers[provider] ?? 0) : 0)),
  );
  const held = Object.values(counter.holds).map((each) =>
    counts(each.day, each.provider) ? each.microcents : 0,
  );
  return [...spent, ...held].reduce((sum, amount) => sum + amount, 0);
}

/** The counter without the holds of crashed calls, whose time has passed: they are booked. */
export function withoutLapsed(counter: BudgetCounter, at: Date): BudgetCounter {
  const now = at.toISOString();
  const lapsed = Object.entries(counter.holds).filter(([, { until }]) => until <= now);
  return lapsed.reduce(
    (rest, [id, held]) => withSpent(withoutHold(rest, id), held, held.provider, held.microcents),
    counter,
  );
}

/** The window that has no room for this amount, or undefined when it fits into every one. */
export const fullWindow = (
  counter: BudgetCounter,
  windows: readonly BudgetWindow[],
  amount: number,
): BudgetWindow | undefined =>
  windows.find((window) => committedIn(counter, window) + amount > window.limitMicrocents);

export const withHold = (counter: BudgetCounter, id: string, held: Hold): BudgetCounter => ({
  ...counter,
  holds: { ...counter.holds, [id]: held },
});

export function withoutHold(counter: BudgetCounter, id: string): BudgetCounter {
  const { [id]: _, ...holds } = counter.holds;
  return { ...counter, holds };
}

/** Books what a call really cost on the day it was made; less than nothing takes a booking back. */
export function withSpent(
  counter: BudgetCounter,
  { day }: Pick<Period, 'day'>,
  provider: PaidProvider,
  amount: number,
): BudgetCounter {
  const before = counter.spent[day] ?? {};
  const after = { ...before, [provider]: (before[provider] ?? 0) + amount };
  return { ...counter, spent: { ...counter.spent, [day]: after } };
}
