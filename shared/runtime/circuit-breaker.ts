import type { Clock } from './clock.ts';

/** Failures in a row that open a circuit, and how long it stays open: PRODUCT section 7. */
const FAILURES_TO_OPEN = 3;
const OPEN_MS = 60_000;

/**
 * Keeps calls away from a provider that is down. After three failures in a row nothing is let through
 * for a minute, then one call as a probe: it decides whether the circuit closes or stays open.
 */
export class CircuitBreaker {
  readonly #clock: Clock;
  #failures = 0;
  #opensAgainAtMs = 0;
  #probing = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether a call may go out now. Whoever is let through reports how it ended. */
  admits(): boolean {
    if (this.#failures < FAILURES_TO_OPEN) return true;
    if (this.#probing || this.#clock.now().getTime() < this.#opensAgainAtMs) return false;
    this.#probing = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#probing = false;
  }

  failed(): void {
    this.#failures += 1;
    this.#opensAgainAtMs = this.#clock.now().getTime() + OPEN_MS;
    this.#probing = false;
  }

  /** Let through, but never made: says nothing about the provider. */
  abandoned(): void {
    this.#probing = false;
  }
}
