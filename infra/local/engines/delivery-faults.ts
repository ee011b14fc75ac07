import { seededRandom } from './seeded-random.ts';

export interface DeliveryFaultOptions {
  readonly seed: number;
  /** How often something that arrived arrives again, 0 to 1. */
  readonly duplicateProbability: number;
  /** Whether items of different keys may overtake each other. */
  readonly reorder: boolean;
}

/** What at-least-once delivery may do to a batch, decided by a seed so that a failure repeats. */
export interface DeliveryFaults {
  /** For queues and buses: items may repeat and come in any order. */
  unordered<T>(items: readonly T[]): T[];
  /**
   * For streams: items repeat right behind themselves, and only items of different keys overtake
   * each other, as a shard guarantees.
   */
  orderedByKey<T>(items: readonly T[], keyOf: (item: T) => string): T[];
}

export const noDeliveryFaults: DeliveryFaults = {
  unordered: (items) => [...items],
  orderedByKey: (items) => [...items],
};

export function createDeliveryFaults(options: DeliveryFaultOptions): DeliveryFaults {
  const random = seededRandom(options.seed);
  const twice = <T>(item: T) => (random() < options.duplicateProbability ? [item, item] : [item]);
  return {
    unordered(items) {
      const delivered = items.flatMap(twice);
      return options.reorder ? shuffled(delivered, random) : delivered;
    },
    orderedByKey(items, keyOf) {
      const delivered = items.flatMap(twice);
      return options.reorder ? overtaken(delivered, keyOf, random) : delivered;
    },
  };
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

/** Shuffles which key is served next, then serves each key's items in their own order. */
function overtaken<T>(items: readonly T[], keyOf: (item: T) => string, random: () => number): T[] {
  const waiting = Map.groupBy(items, keyOf);
  return shuffled(items, random).flatMap((item) => waiting.get(keyOf(item))?.splice(0, 1) ?? []);
}
