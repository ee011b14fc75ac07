import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStreamCheckpoint } from '#infra/local/engines/stream-checkpoint.ts';

/** How far the numbers from 1 on are all there. */
function unbroken(numbers: ReadonlySet<number>): number {
  let last = 0;
  while (numbers.has(last + 1)) last += 1;
  return last;
}

describe('the checkpoint of a stream', () => {
  it('never passes a record that was not delivered, in whatever order they are', () => {
    const order = fc.integer({ min: 1, max: 20 }).chain((count) =>
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, n) => n + 1),
        { minLength: count },
      ),
    );
    fc.assert(
      fc.property(order, (settling) => {
        const checkpoint = openStreamCheckpoint('label');
        for (const n of settling.toSorted((a, b) => a - b)) checkpoint.expect('shard', String(n));
        const delivered = new Set<number>();
        for (const n of settling) {
          checkpoint.settle('shard', [String(n)]);
          delivered.add(n);
          expect(checkpoint.position.shard ?? '0').toBe(String(unbroken(delivered)));
        }
      }),
    );
  });
});
