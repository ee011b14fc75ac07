import type { BudgetWindow } from './budget-window.ts';
import { type BudgetCounter, committedIn } from './counter.ts';

/** Percent of a budget at which its tenant hears of it. */
const THRESHOLDS = [50, 80, 100] as const;

export interface ThresholdReached {
  readonly window: BudgetWindow;
  readonly threshold: (typeof THRESHOLDS)[number];
  readonly committedMicrocents: number;
}

export interface Told {
  readonly counter: BudgetCounter;
  readonly reached: readonly ThresholdReached[];
}

/**
 * What has to be told now, and the counter that remembers it: each threshold of a window once, however
 * the sum moves afterwards. Held money counts, so nobody is refused before they were told.
 */
export const tellThresholds = (
  counter: BudgetCounter,
  windows: readonly BudgetWindow[],
  /** A window that had to refuse a call counts as used up. */
  full?: BudgetWindow,
): Told =>
  windows.reduce<Told>((told, window) => tellOne(told, window, window === full), {
    counter,
    reached: [],
  });

function tellOne(told: Told, window: BudgetWindow, isFull: boolean): Told {
  const key = `${window.name}/${window.period}`;
  const before = told.counter.told[key] ?? 0;
  const committedMicrocents = committedIn(told.counter, window);
  const isReached = (threshold: number): boolean =>
    // A budget of nothing is a choice, not news.
    window.limitMicrocents > 0 &&
    (isFull || committedMicrocents * 100 >= threshold * window.limitMicrocents);
  const fresh = THRESHOLDS.filter((threshold) => threshold > before && isReached(threshold));
  const last = fresh.at(-1);
  if (last === undefined) return told;
  const news = fresh.map((threshold) => ({ window, threshold, committedMicrocents }));
  return {
    counter: { ...told.counter, told: { ...told.counter.told, [key]: last } },
    reached: [...told.reached, ...news],
  };
}
