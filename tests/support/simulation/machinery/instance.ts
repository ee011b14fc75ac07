import type { Clock } from '#shared/runtime/clock.ts';
import type { VirtualClock } from '../../virtual-clock.ts';

/** A warm function: it has a clock of its own that is never quite right, and dies once. */
export class Instance {
  readonly name: string;
  /** As far ahead of the true time. */
  readonly skewMs: number;
  readonly clock: Clock;
  /** When the invocation began that it is at (true time). */
  busySinceMs = 0;
  #isAlive = true;

  constructor(name: string, skewMs: number, truth: VirtualClock) {
    this.name = name;
    this.skewMs = skewMs;
    this.clock = { now: () => new Date(truth.ms + skewMs) };
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  kill(): void {
    this.#isAlive = false;
  }
}
