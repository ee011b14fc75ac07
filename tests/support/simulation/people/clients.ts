import type { callApi } from '../../http/call-api.ts';
import type { Dice } from '../machinery/dice.ts';
import type { Move } from './move.ts';

export type Answer = Pick<Awaited<ReturnType<typeof callApi>>, 'status' | 'text' | 'body'> & {
  readonly isReplay: boolean;
};

/** A command that somebody means to get through, with its `Idempotency-Key`. */
export interface Errand {
  readonly move: Move;
  readonly key: string;
  readonly attempt: number;
}

const MOST_ATTEMPTS = 5;
const SENT_TWICE = 0.2;
const TRIED_AGAIN = 0.8;
/** Somebody sends what was answered already: a proxy, a double click. */
const SENT_AGAIN = 0.1;

/** Those who call the API: they send things twice, and again when they got no answer. */
export class Clients {
  readonly #dice: Dice;
  readonly #waiting: Errand[] = [];
  #errands = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  mean(move: Move): void {
    const errand = { move, key: `errand ${this.#errands++}`, attempt: 1 };
    this.#waiting.push(errand);
    if (this.#dice.chance(SENT_TWICE)) this.#waiting.push({ ...errand, attempt: MOST_ATTEMPTS });
  }

  next(): Errand | undefined {
    return this.#waiting.splice(this.#dice.below(this.#waiting.length), 1)[0];
  }

  /** What they do about an answer. */
  hear(errand: Errand, { status }: Answer): void {
    const again = { ...errand, attempt: errand.attempt + 1 };
    if (again.attempt > MOST_ATTEMPTS) return;
    const isUnknown = status >= 500 || status === 429;
    if (this.#dice.chance(isUnknown ? TRIED_AGAIN : SENT_AGAIN)) this.#waiting.push(again);
  }
}
