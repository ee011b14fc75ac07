import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeByKey } from '#shared/site-templates/merge-by-key.ts';

interface Item {
  readonly key: string;
  readonly size: number;
}
interface Change {
  readonly key: string;
  readonly size?: number;
  readonly remove?: boolean;
}

const merge = (items: readonly Item[], changes: readonly Change[]) =>
  mergeByKey<Item, Change>(items, changes, {
    place: '/items',
    keyField: 'key',
    keyOf: ({ key }) => key,
    mergeEntry: (item, { key, size }) => ({
      value: { key, size: size ?? item?.size ?? 0 },
      errors: [],
    }),
  });

const key = fc.constantFrom<string[]>('a', 'b', 'c', 'd', '__proto__', 'constructor');
const byKey = { selector: ({ key: k }: { readonly key: string }) => k };
const items = fc.uniqueArray(fc.record({ key, size: fc.nat(9) }), byKey);
const changes = fc.uniqueArray(
  fc.record({ key, size: fc.nat(9), remove: fc.boolean() }, { requiredKeys: ['key'] }),
  byKey,
);

describe('merging a list by key', () => {
  it('is idempotent: the same changes again change nothing', () => {
    fc.assert(
      fc.property(items, changes, (before, wanted) => {
        const once = merge(before, wanted).value;
        expect(merge(once, wanted).value).toEqual(once);
      }),
    );
  });

  it('gives the same bytes in whatever order the changes come', () => {
    const shuffled = changes.chain((wanted) =>
      fc.tuple(
        fc.constant(wanted),
        fc.shuffledSubarray(wanted, { minLength: wanted.length, maxLength: wanted.length }),
      ),
    );
    fc.assert(
      fc.property(items, shuffled, (before, [wanted, reordered]) => {
        const merged = merge(before, wanted);
        expect(JSON.stringify(merge(before, reordered))).toBe(JSON.stringify(merged));
      }),
    );
  });

  it('leaves no trace of what is added and then removed', () => {
    fc.assert(
      fc.property(items, key, fc.nat(9), (before, newKey, size) => {
        fc.pre(before.every((item) => item.key !== newKey));
        const added = merge(before, [{ key: newKey, size }]).value;
        expect(merge(added, [{ key: newKey, remove: true }]).value).toEqual(before);
      }),
    );
  });

  it('touches only what the changes name', () => {
    fc.assert(
      fc.property(items, changes, (before, wanted) => {
        const named = new Set(wanted.map((change) => change.key));
        const after = merge(before, wanted).value;
        const untouched = (list: readonly Item[]) => list.filter((item) => !named.has(item.key));
        expect(untouched(after)).toEqual(untouched(before));
      }),
    );
  });

  it('is the list itself without changes', () => {
    fc.assert(
      fc.property(items, (before) => {
        expect(merge(before, []).value).toEqual(before);
      }),
    );
  });

  it('names every change that repeats a key', () => {
    const { errors } = merge([], [{ key: 'a' }, { key: 'b' }, { key: 'a', remove: true }]);
    expect(errors).toEqual([{ pointer: '/customizations/items/2/key', detail: 'is named twice' }]);
  });
});
