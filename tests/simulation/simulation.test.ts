import '#tests/support/simulation/quiet.ts';
import { expect, it } from 'vitest';
import { simulate } from '#tests/support/simulation/simulate.ts';
import { Totals } from '#tests/support/simulation/totals.ts';

const SEEDS = 200;
/** What must have happened, or the rules were held against nothing. */
const REACHED = [
  ...['applied', 'applying', 'stale', 'rejected', 'withdrawn', 'expired'],
  ...['rolled_back', 'partially_rolled_back', 'remind', 'escalate', 'expire'],
  ...['replayed calls', 'acknowledged decisions', 'decisions by link', 'decide 409', 'decide 403'],
  ...['linked facts', 'relayed events', 'anchored heads', 'two readers of a shard'],
];

it(
  `${SEEDS} courses of events, whatever goes wrong, break no rule`,
  async () => {
    const totals = new Totals();
    for (let seed = 1; seed <= SEEDS; seed++) totals.add(await simulate(seed));
    process.stdout.write(`${totals.report()}\n`);
    expect(totals.failures.map(({ seed, violation }) => `${seed}: ${violation}`)).toEqual([]);
    for (const [fault, times] of totals.struck) expect(times, fault).toBeGreaterThan(SEEDS / 5);
    for (const name of REACHED) expect(totals.reached.get(name), name).toBeGreaterThan(0);
  },
  SEEDS * 1000,
);

it('a seed repeats its course of events exactly', async () => {
  const [once, again] = [await simulate(7), await simulate(7)];
  expect(again.trace).toEqual(once.trace);
  expect(again.steps).toBe(once.steps);
});
