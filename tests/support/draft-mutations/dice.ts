/** What tests draw with; the same seed draws the same. */
export interface Dice {
  /** From `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** @throws RangeError of an empty list */
  of<Value>(values: readonly Value[]): Value;
}

/** @param random numbers in [0, 1) */
export function diceOf(random: () => number): Dice {
  const int = (min: number, max: number): number => min + Math.floor(random() * (max - min + 1));
  return {
    int,
    of: (values) => {
      const value = values[int(0, values.length - 1)];
      if (value === undefined) throw new RangeError('Nothing to draw from');
      return value;
    },
  };
}
