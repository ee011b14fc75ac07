import type { Clock } from '#shared/runtime/clock.ts';
import { within } from '#shared/runtime/within.ts';
import type { DatabaseName } from './vector-database.ts';

/** A question that takes longer is answered from the shelf. */
const PATIENCE_MS = 3_000;
/** How long a database that failed is left alone by an instance. */
const REST_MS = 10_000;

/** Hears of a database that did not do what it was asked. */
export type OnDatabaseFailure = (database: DatabaseName, error: unknown) => void;

export interface AttemptsDeps {
  readonly clock: Clock;
  readonly onDatabaseFailure: OnDatabaseFailure;
  /** How long a question may take. @default 3,000 */
  readonly patienceMs?: number;
}

/** Asks databases only while they answer: search goes on without one that is down. */
export class Attempts {
  readonly #clock: Clock;
  readonly #onFailure: OnDatabaseFailure;
  readonly #patienceMs: number;
  readonly #restingUntil = new Map<DatabaseName, number>();

  constructor({ clock, onDatabaseFailure, patienceMs = PATIENCE_MS }: AttemptsDeps) {
    this.#clock = clock;
    this.#onFailure = onDatabaseFailure;
    this.#patienceMs = patienceMs;
  }

  /** The answer, or undefined where there is none in time. */
  async ask<Answer>(
    database: DatabaseName,
    question: () => Promise<Answer>,
  ): Promise<Answer | undefined> {
    if (this.#now() < (this.#restingUntil.get(database) ?? 0)) return undefined;
    try {
      const answer = await within(this.#patienceMs, question());
      if (answer === undefined)
        throw new Error(`${database} did not answer in ${this.#patienceMs} ms`);
      return answer;
    } catch (error) {
      this.#restingUntil.set(database, this.#now() + REST_MS);
      this.#onFailure(database, error);
      return undefined;
    }
  }

  /** Whether it was done. However long it takes: work is waited for, unlike answers. */
  async does(database: DatabaseName, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#onFailure(database, error);
      return false;
    }
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
