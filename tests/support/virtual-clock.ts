import type { Clock } from '#shared/runtime/clock.ts';

/** Time that passes only when told to. */
export class VirtualClock implements Clock {
  #nowMs: number;

  constructor(start = '2026-01-05T00:00:00.000Z') {
    this.#nowMs = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  get ms(): number {
    return this.#nowMs;
  }

  /** Never backwards. */
  moveTo(ms: number): void {
    this.#nowMs = Math.max(this.#nowMs, ms);
  }

  passSeconds(seconds: number): void {
    this.#nowMs += seconds * 1000;
  }
}
