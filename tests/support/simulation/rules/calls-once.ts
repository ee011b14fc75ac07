import { API_BASE_PATH } from '#shared/http/route.ts';
import { REPLAY_SECONDS, resultKey } from '#shared/idempotency/only-once.ts';
import type { Transaction } from '../machinery/transaction.ts';
import type { Answer, Errand } from '../people/clients.ts';
import { keyOfToken } from '../people/mailed-links.ts';
import { must } from './violation.ts';

/** Clocks that differ by so much disagree about when a day is over. */
const SKEW_MS = 4000;

interface Stored {
  readonly atMs: number;
  readonly said: string;
}

/** Of any number of identical calls one has its effect, and all of them hear of the same. */
export class CallsOnce {
  readonly #stored = new Map<string, Stored>();
  #replays = 0;

  /** How many calls were answered with what another was answered. */
  get replays(): number {
    return this.#replays;
  }

  see(transaction: Transaction): void {
    for (const { write, after } of transaction.in('IDEMPOTENCY#')) {
      const name = `${transaction.tenant} ${write.key.partition}`;
      const earlierMs = this.#stored.get(name)?.atMs ?? Number.NEGATIVE_INFINITY;
      const isOver = earlierMs + REPLAY_SECONDS * 1000 - SKEW_MS <= transaction.atMs;
      must(isOver, () => `a call had its effect twice: ${name}`);
      const said = `${after?.['status']} ${after?.['body']}`;
      this.#stored.set(name, { atMs: transaction.atMs, said });
    }
  }

  hear({ move: { by, call }, key }: Errand, { status, text, isReplay }: Answer): void {
    if (!isReplay) return;
    this.#replays += 1;
    const [method, path] = call.route.split(' ');
    const routeKey = `${method} ${API_BASE_PATH}${path}`;
    const token = call.path?.['token'];
    const name = token ? keyOfToken(token) : key;
    const { partition } = resultKey({ userId: by.userId, routeKey, key: name, requestHash: '' });
    const stored = this.#stored.get(`${by.tenant} ${partition}`);
    must(stored?.said === `${status} ${text}`, () => `a replay of ${key} was not what was stored`);
  }
}
