import { describe, expect, it } from 'vitest';
import { verifyExport } from '#shared/audit/verify-export.ts';
import type { Item } from '#shared/store/item.ts';
import { auditStorm } from '#tests/support/audit/audit-storm.ts';

const targets = (records: readonly Item[]) => records.map((record) => String(record['target']));

describe('a hundred at once, while sequencers die, collide and are told badly', () => {
  it.each([1, 2, 3, 4, 5])('leave one whole chain of all facts, seed %i', async (seed) => {
    const { chain, midway, unlinked, linkedLate } = await auditStorm({
      seed,
      writers: 100,
      factsEach: 6,
    });
    const lines = chain.map((record) => JSON.stringify(record));
    const verdict = await verifyExport(lines);
    expect(verdict).toMatchObject({ firstBad: undefined, last: { sequence: 600 } });
    expect(unlinked).toBe(0);
    expect(linkedLate).toBeGreaterThanOrEqual(0);
    expect(new Set(targets(chain)).size).toBe(600);
    // What was linked once stays where it is.
    expect(chain.slice(0, midway.length)).toEqual(midway);
    expect(midway.length).toBeGreaterThan(0);
    // What somebody did later comes later.
    for (let writer = 0; writer < 100; writer++) {
      const own = targets(chain).filter((target) => target.startsWith(`w${writer} `));
      expect(own).toEqual(own.map((_, n) => `w${writer} ${n}`));
    }
  });
});
