import { TransactionRefused } from '#shared/store/table.ts';
import type { Dice } from './dice.ts';
import type { Instance } from './instance.ts';

/** What can go wrong with one use of a port. */
export const FAULTS = [
  'collision',
  'collision, though it happened',
  'throttle',
  'failure before',
  'failure after',
  'crash before',
  'crash after',
] as const;
export type Fault = (typeof FAULTS)[number];

/** How likely each is, 0 to 1. */
export type Rates = Readonly<Record<Fault, number>>;

const NO_FAULTS: Rates = {
  collision: 0,
  'collision, though it happened': 0,
  throttle: 0,
  'failure before': 0,
  'failure after': 0,
  'crash before': 0,
  'crash after': 0,
};

/** Up to three transactions in ten collide; the rest is rarer, or nobody would ever get anywhere. */
export const drawRates = (dice: Dice): Rates => ({
  collision: dice.below(31) / 100,
  'collision, though it happened': dice.below(4) / 100,
  throttle: dice.below(4) / 100,
  'failure before': dice.below(3) / 200,
  'failure after': dice.below(3) / 200,
  'crash before': dice.below(4) / 200,
  'crash after': dice.below(4) / 200,
});

const OF_TRANSACTIONS: readonly Fault[] = [
  'collision',
  'collision, though it happened',
  'throttle',
];

/** Strikes at the uses of ports as the dice say, and counts. */
export class Faults {
  readonly struck = new Map<Fault, number>();
  readonly #dice: Dice;
  #rates: Rates;

  constructor(dice: Dice, rates: Rates) {
    this.#dice = dice;
    this.#rates = rates;
  }

  /** From now on everything goes well. */
  end(): void {
    this.#rates = NO_FAULTS;
  }

  /** Uses a port, unless a fault prevents it, and hears of it, unless a fault prevents that. */
  async around<Value>(
    instance: Instance,
    isTransaction: boolean,
    use: () => Promise<Value>,
    note: (fault: Fault) => void,
  ): Promise<Value> {
    const fault = this.#draw(isTransaction);
    if (!fault) return use();
    this.struck.set(fault, (this.struck.get(fault) ?? 0) + 1);
    note(fault);
    if (fault === 'collision, though it happened' || fault.endsWith('after')) await use();
    if (fault.startsWith('crash')) instance.kill();
    throw errorOf(fault);
  }

  #draw(isTransaction: boolean): Fault | undefined {
    const possible = FAULTS.filter((fault) => isTransaction || !OF_TRANSACTIONS.includes(fault));
    return possible.find((fault) => this.#dice.chance(this.#rates[fault]));
  }
}

/** A throttled transaction is a collision to whoever asked for it. */
const errorOf = (fault: Fault): Error =>
  OF_TRANSACTIONS.includes(fault)
    ? new TransactionRefused([{ reason: 'collision', index: 0 }])
    : new Error(fault);
