import type { Clock } from './clock.ts';

/** How long an instance may rely on what it has read about a tenant. */
const HOLD_MS = 30_000;

interface Entry<Value> {
  readonly value: Promise<Value>;
  readonly readAtMs: number;
}

/** Values that every request needs, read once per instance and hold time; misses share one read. */
export class Held<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #clock: Clock;
  readonly #holdMs: number;

  constructor(clock: Clock, holdMs = HOLD_MS) {
    this.#clock = clock;
    this.#holdMs = holdMs;
  }

  /** The held value, or a fresh one where it is older than `maxAgeMs`. A failed read is not held. */
  get(key: string, read: () => Promise<Value>, maxAgeMs = this.#holdMs): Promise<Value> {
    const now = this.#clock.now().getTime();
    const entry = this.#entries.get(key);
    if (entry && now - entry.readAtMs < maxAgeMs) return entry.value;
    const value = read();
    this.#entries.set(key, { value, readAtMs: now });
    value.catch(() => this.drop(key));
    return value;
  }

  drop(key: string): void {
    this.#entries.delete(key);
  }
}
