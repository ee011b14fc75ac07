import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeliveryFaults } from '#infra/local/engines/delivery-faults.ts';

const items = fc
  .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 })
  .map((keys) => keys.map((key, at) => ({ key, at })));
const options = fc.record({
  seed: fc.integer(),
  duplicateProbability: fc.double({ min: 0, max: 1, noNaN: true }),
  reorder: fc.boolean(),
});
const keyOf = ({ key }: { readonly key: string }) => key;

describe('faults of delivery', () => {
  it('lose nothing and invent nothing', () => {
    fc.assert(
      fc.property(items, options, (batch, given) => {
        const faults = createDeliveryFaults(given);
        for (const delivered of [faults.unordered(batch), faults.orderedByKey(batch, keyOf)]) {
          expect(new Set(delivered)).toEqual(new Set(batch));
        }
      }),
    );
  });

  it('keep the order of each key where a stream would', () => {
    fc.assert(
      fc.property(items, options, (batch, given) => {
        const delivered = createDeliveryFaults(given).orderedByKey(batch, keyOf);
        for (const sequence of Map.groupBy(delivered, keyOf).values()) {
          const places = sequence.map(({ at }) => at);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('happen again with the same seed', () => {
    fc.assert(
      fc.property(items, options, (batch, given) => {
        const runs = [1, 2].map(() => createDeliveryFaults(given).unordered(batch));
        expect(runs[0]).toEqual(runs[1]);
      }),
    );
  });

  it('are as frequent as asked', () => {
    const faults = createDeliveryFaults({ seed: 7, duplicateProbability: 0.05, reorder: true });
    const batch = Array.from({ length: 10_000 }, (_, n) => n);
    const duplicates = faults.unordered(batch).length - batch.length;
    expect(duplicates / batch.length).toBeCloseTo(0.05, 2);
  });
});
