import { seededRandom } from '#infra/local/engines/seeded-random.ts';

/** All the chance of a simulation: a seed repeats it exactly. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  /** True so many times of one. */
  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  /** A whole number from 0, less than `limit`. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  /** @throws RangeError where there is nothing to choose from */
  pick<Choice>(choices: readonly Choice[]): Choice {
    const [choice] = choices.slice(this.below(choices.length)).slice(0, 1);
    if (choice === undefined) throw new RangeError('There is nothing to choose from');
    return choice;
  }

  /** One of the choices, each as likely as its weight. @throws RangeError without any */
  weighted<Choice extends { readonly weight: number }>(choices: readonly Choice[]): Choice {
    const total = choices.reduce((sum, { weight }) => sum + weight, 0);
    let left = this.#next() * total;
    const chosen = choices.find(({ weight }) => {
      left -= weight;
      return left < 0;
    });
    return chosen ?? this.pick(choices);
  }

  /** In any order. */
  shuffled<Value>(values: readonly Value[]): readonly Value[] {
    return values
      .map((value) => ({ value, place: this.#next() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ value }) => value);
  }
}
