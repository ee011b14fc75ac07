import type { PaidProvider } from './price.ts';

/** Millionths of a cent: integers, so that sums are exact. */
const MICROCENTS_PER_CENT = 1_000_000;

/** What a tenant allows itself to spend (its settings). Decimals of a cent are fine. */
export interface Allowance {
  readonly budgets: {
    readonly openai_daily_cents: number;
    readonly azure_daily_cents: number;
    readonly monthly_cents: number;
  };
  /** IANA; in which days and months begin. */
  readonly time_zone: string;
}

/** The day and month of an expense, in the tenant's time zone: `2026-01-05` of `2026-01`. */
export interface Period {
  readonly day: string;
  readonly month: string;
}

export function periodAt(at: Date, timeZone: string): Period {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? '';
  const month = `${part('year')}-${part('month')}`;
  return { day: `${month}-${part('day')}`, month };
}

/** A stretch of time with a budget of its own. */
export interface BudgetWindow {
  readonly name: 'openai_daily' | 'azure_daily' | 'monthly';
  /** The day or month it is about; a new one is a new window, nothing is ever reset. */
  readonly period: string;
  readonly limitMicrocents: number;
}

/** Every window that an expense of this provider must fit into. */
export const windowsOf = (
  provider: PaidProvider,
  { day, month }: Period,
  { budgets }: Allowance,
): readonly BudgetWindow[] => [
  {
    name: `${provider}_daily`,
    period: day,
    limitMicrocents: toMicrocents(budgets[`${provider}_daily_cents`]),
  },
  { name: 'monthly', period: month, limitMicrocents: toMicrocents(budgets.monthly_cents) },
];

const toMicrocents = (cents: number): number => Math.round(cents * MICROCENTS_PER_CENT);
