import type { Dice } from './dice.ts';

interface Waiting {
  readonly label: string;
  readonly act: () => Promise<void>;
}

/**
 * Every use of a port waits here for its turn, and the dice say whose turn it is. Between two turns all
 * code runs as far as it gets without a port, so that nothing but the dice decides what comes when.
 */
export class Scheduler {
  readonly #waiting: Waiting[] = [];
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** How many uses wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Uses a port once its turn has come. */
  use<Value>(label: string, act: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ label, act: () => act().then(resolve, reject) });
    });
  }

  /** Gives one of them its turn; tells which. */
  async turn(): Promise<string> {
    const [next] = this.#waiting.splice(this.#dice.below(this.#waiting.length), 1);
    if (!next) return 'nobody waits';
    await next.act();
    await settled();
    return next.label;
  }
}

/** Until all code waits for a port, or has ended. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
