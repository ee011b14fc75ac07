import type { VirtualClock } from '../../virtual-clock.ts';
import type { Dice } from './dice.ts';
import { Instance } from './instance.ts';

const MAX_SKEW_MS = 2000;
/** So many invocations begin in a new instance, though a warm one is free. */
const COLD = 0.05;

interface Slot<Functions> {
  readonly instance: Instance;
  readonly functions: Functions;
}

/**
 * The instances of some functions: each serves one invocation at a time, what it holds in memory stays
 * for the next, and one that has died is replaced by one that knows nothing.
 */
export class Pool<Functions> {
  readonly #free: Slot<Functions>[] = [];
  readonly #name: string;
  readonly #size: number;
  readonly #clock: VirtualClock;
  readonly #dice: Dice;
  readonly #make: (instance: Instance) => Functions;
  #busy = 0;
  #made = 0;

  constructor(
    name: string,
    size: number,
    world: { readonly clock: VirtualClock; readonly dice: Dice },
    make: (instance: Instance) => Functions,
  ) {
    this.#name = name;
    this.#size = size;
    this.#clock = world.clock;
    this.#dice = world.dice;
    this.#make = make;
  }

  get hasRoom(): boolean {
    return this.#busy < this.#size;
  }

  /** Runs an invocation in one of them. @throws what it throws */
  async run<Result>(invoke: (functions: Functions) => Promise<Result>): Promise<Result> {
    const slot = this.#take();
    slot.instance.busySinceMs = this.#clock.ms;
    this.#busy += 1;
    try {
      return await invoke(slot.functions);
    } finally {
      this.#busy -= 1;
      if (slot.instance.isAlive) this.#free.push(slot);
    }
  }

  #take(): Slot<Functions> {
    const isCold = this.#dice.chance(COLD);
    const [warm] = isCold ? [] : this.#free.splice(this.#dice.below(this.#free.length), 1);
    if (warm) return warm;
    if (isCold) this.#free.pop();
    const skewMs = this.#dice.below(2 * MAX_SKEW_MS + 1) - MAX_SKEW_MS;
    const instance = new Instance(`${this.#name} ${this.#made++}`, skewMs, this.#clock);
    return { instance, functions: this.#make(instance) };
  }
}
