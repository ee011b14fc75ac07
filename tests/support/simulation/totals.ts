import { FAULTS } from './machinery/faults.ts';
import type { Outcome } from './simulate.ts';

/** What several simulations come to. */
export class Totals {
  readonly failures: Pick<Outcome, 'seed' | 'violation' | 'trace'>[] = [];
  readonly struck = new Map<string, number>(FAULTS.map((fault) => [fault, 0]));
  readonly reached = new Map<string, number>();
  seeds = 0;
  steps = 0;

  add({ seed, steps, struck, reached, violation, trace }: Outcome): void {
    this.seeds += 1;
    this.steps += steps;
    count(this.struck, struck);
    count(this.reached, reached);
    if (violation !== undefined) this.failures.push({ seed, violation, trace });
  }

  /** For people, in a few lines. */
  report(): string {
    return [
      `${this.seeds} seeds, ${this.steps} steps, ${this.failures.length} failures`,
      `faults: ${inWords(this.struck)}`,
      `reached: ${inWords(this.reached)}`,
      ...this.failures.map(({ seed, violation }) => failureOf(seed, violation)),
    ].join('\n');
  }
}

/** What went wrong, and the one command that shows it again. */
export const failureOf = (seed: number, violation: string | undefined): string =>
  `seed ${seed}: ${violation}\n  npm run simulate -- --seed ${seed}`;

function count(into: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [name, number] of more) into.set(name, (into.get(name) ?? 0) + number);
}

const inWords = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, number]) => `${name} ${number}`)
    .join(', ');
