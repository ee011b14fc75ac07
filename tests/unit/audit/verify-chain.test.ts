import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '#shared/audit/chain.ts';
import { verifyExport } from '#shared/audit/verify-export.ts';
import type { Item } from '#shared/store/item.ts';
import { chainOf, factAt, rewrittenFrom } from '#tests/support/audit/chain-of.ts';

const LENGTH = 30;
const LINKED = chainOf(LENGTH);
/** The same as plain items, to be tampered with. */
const CHAIN: readonly Item[] = LINKED;
const textOf = (records: readonly object[]) => records.map((record) => JSON.stringify(record));

const judge = async (records: readonly object[], anchors: readonly Link[] = []) =>
  (await verifyExport(textOf(records), anchors)).firstBad;

/** Places in the chain, from 1. */
const place = fc.integer({ min: 1, max: LENGTH });
function recordAt(sequence: number): Item & Link {
  const record = LINKED[sequence - 1];
  if (!record) throw new RangeError(`There is no record ${sequence}`);
  return record;
}

describe('a chain that nobody touched', () => {
  it('is good, with its anchors, whatever its length', async () => {
    for (const length of [0, 1, 2, LENGTH]) {
      const chain = LINKED.slice(0, length);
      const verdict = await verifyExport(textOf(chain), chain);
      expect(verdict).toMatchObject({ firstBad: undefined, last: { sequence: length } });
    }
  });

  it('may end with facts that are not linked yet', async () => {
    const facts = [factAt(LENGTH), factAt(LENGTH + 60)];
    const verdict = await verifyExport(textOf([...CHAIN, ...facts]));
    expect(verdict).toMatchObject({ firstBad: undefined, unlinked: 2 });
  });

  it('does not depend on the order of fields or on how a line is written', async () => {
    const turned = CHAIN.map((record) => Object.fromEntries(Object.entries(record).toReversed()));
    const lines = turned.map((record) => JSON.stringify(record, null, 1).replaceAll('\n', ' '));
    expect((await verifyExport(['', ...lines, ''])).firstBad).toBeUndefined();
  });
});

describe('the first bad record is named when', () => {
  it('any field of a record was changed, added or taken away', async () => {
    const field = fc.constantFrom(...Object.keys(CHAIN[0] ?? {}), 'more', '__proto__');
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(undefined), fc.json());
    await fc.assert(
      fc.asyncProperty(place, field, value, async (sequence, name, changed) => {
        const record = recordAt(sequence);
        const bad = { ...record };
        Object.defineProperty(bad, name, { value: changed, enumerable: true });
        fc.pre(JSON.stringify(bad) !== JSON.stringify(record));
        expect(await judge(CHAIN.with(sequence - 1, bad))).toMatchObject({
          fault: 'altered',
          sequence,
        });
      }),
    );
  });

  it('a record was deleted', async () => {
    await fc.assert(
      fc.asyncProperty(place, async (sequence) => {
        const finding = await judge(CHAIN.toSpliced(sequence - 1, 1), [recordAt(LENGTH)]);
        const fault = sequence === LENGTH ? 'cut' : 'missing';
        expect(finding).toMatchObject({ fault, sequence });
      }),
    );
  });

  it('a copy of a record was inserted', async () => {
    await fc.assert(
      fc.asyncProperty(place, place, async (sequence, original) => {
        const finding = await judge(CHAIN.toSpliced(sequence, 0, recordAt(original)));
        // Where a record and its copy stand together, it is their own place that is wrong.
        const at = original === sequence ? original : sequence + 1;
        const fault = original > at ? 'missing' : 'out_of_place';
        expect(finding).toMatchObject({ fault, sequence: at });
      }),
    );
  });

  it('another record with an honest hash was inserted, or one of another tenant', async () => {
    await fc.assert(
      fc.asyncProperty(place, async (sequence) => {
        const [forged] = rewrittenFrom(CHAIN, sequence, () => factAt(99)).slice(sequence - 1);
        const inserted = await judge(CHAIN.toSpliced(sequence, 0, forged ?? {}));
        expect(inserted).toMatchObject({ fault: 'out_of_place', sequence });
        const before = await judge(CHAIN.toSpliced(sequence - 1, 0, forged ?? {}));
        expect(before).toMatchObject({ fault: 'out_of_place', sequence });
        const foreign = chainOf(LENGTH, 'globex')[sequence - 1] ?? {};
        const replaced = await judge(CHAIN.with(sequence - 1, foreign));
        // Every chain begins alike: the first that is not linked to it is the second.
        expect(replaced).toMatchObject({ fault: 'unchained', sequence: Math.max(sequence, 2) });
      }),
    );
  });

  it('a record was made to look as if it was not linked yet', async () => {
    await fc.assert(
      fc.asyncProperty(place, async (sequence) => {
        const bad = { ...recordAt(sequence), sequence: null };
        const finding = await judge(CHAIN.with(sequence - 1, bad));
        if (sequence < LENGTH) expect(finding).toMatchObject({ fault: 'missing', sequence });
        else expect(finding).toMatchObject({ fault: 'altered', sequence: null });
      }),
    );
  });

  it('two records changed places', async () => {
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        fc.pre(low < high);
        const swapped = CHAIN.with(low - 1, recordAt(high)).with(high - 1, recordAt(low));
        expect(await judge(swapped)).toMatchObject({ fault: 'missing', sequence: low });
      }),
    );
  });

  it('the tail was cut behind an anchor that says how far the chain went', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: LENGTH - 1 }), async (kept) => {
        const finding = await judge(CHAIN.slice(0, kept), [recordAt(LENGTH)]);
        expect(finding).toMatchObject({ fault: 'cut', sequence: kept + 1 });
      }),
    );
  });

  it('the chain was written anew with honest hashes, at the first anchor from there on', async () => {
    await fc.assert(
      fc.asyncProperty(place, place, async (sequence, anchored) => {
        const forge = (fact: Item): Item => ({ ...fact, action: 'thing.forgotten' });
        const forged = rewrittenFrom(CHAIN, sequence, forge);
        const finding = await judge(forged, [recordAt(anchored)]);
        if (anchored < sequence) expect(finding).toBeUndefined();
        else expect(finding).toMatchObject({ fault: 'rewritten', sequence: anchored });
      }),
    );
  });

  it('a line is no JSON, or has no canonical form', async () => {
    const lines = textOf(CHAIN);
    for (const line of ['{', '7', 'null', '"text"', '{"sequence":3,"at":"\\ud800"}']) {
      const { firstBad } = await verifyExport(lines.with(2, line));
      expect(firstBad).toMatchObject({ fault: 'altered', sequence: 3 });
    }
  });

  it('a fact was not linked in time, or claims a place without having one', async () => {
    const early = factAt(0);
    const late = { ...CHAIN.at(-1), at: '2026-01-05T00:05:01.000Z' };
    const unlinked = await verifyExport(textOf([early, factAt(301)]));
    expect(unlinked.firstBad).toMatchObject({ fault: 'not_linked', audit_id: early['audit_id'] });
    const claims = await judge([...CHAIN, { ...late, sequence: null }]);
    expect(claims).toMatchObject({ fault: 'altered', sequence: null });
  });
});

it('the youngest record says how old a fact may be, unless the time of the export is given', async () => {
  const lines = textOf([factAt(0)]);
  expect((await verifyExport(lines)).firstBad).toBeUndefined();
  const later = await verifyExport(lines, [], new Date('2026-01-06T00:00:00Z'));
  expect(later.firstBad?.fault).toBe('not_linked');
});
