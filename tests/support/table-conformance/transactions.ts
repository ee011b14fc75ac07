import { describe, expect, it } from 'vitest';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import { ItemTooLargeError, TransactionRefused } from '#shared/store/table.ts';
import { absent, present, type Write } from '#shared/store/write.ts';
import { type OpenTable, put, useTable } from './things.ts';

export function describeTransactions(open: OpenTable): void {
  const { write, read, query } = useTable(open);

  const refusalsOf = async (...writes: Write[]) => {
    const error = await write(...writes).catch((thrown: unknown) => thrown);
    if (!(error instanceof TransactionRefused)) throw new Error('It was not refused');
    return error.refusals;
  };

  describe('a transaction', () => {
    it('happens as a whole', async () => {
      await write(put('a', { n: 1 }), put('b', { n: 2 }), put('c', { n: 3 }));
      expect(await Promise.all(['a', 'b', 'c'].map((sort) => read(sort)))).toEqual([
        { n: 1 },
        { n: 2 },
        { n: 3 },
      ]);
    });

    it('keeps keys that mean something to objects as the data they are', async () => {
      const item = { free: { constructor: 1, inner: [{ constructor: { toString: 'x' } }] } };
      await write(put('a', item));
      expect(await read('a')).toEqual(item);
    });

    it('refuses more than one item can hold, and writes nothing of it', async () => {
      const large = put('b', { text: 'x'.repeat(420_000) });
      await expect(write(put('a', { n: 1 }), large)).rejects.toBeInstanceOf(ItemTooLargeError);
      expect(await read('a')).toBeUndefined();
    });

    it('or not at all, and says which conditions failed on what', async () => {
      await write(put('b', { n: 2 }));
      const refusals = await refusalsOf(
        put('a', { n: 1 }),
        put('b', { n: 9 }, { condition: absent }),
        put('c', { n: 3 }),
      );
      expect(refusals).toEqual([{ reason: 'condition', index: 1, existing: { n: 2 } }]);
      expect([await read('a'), await read('b'), await read('c')]).toEqual([
        undefined,
        { n: 2 },
        undefined,
      ]);
    });

    it('carries what a refusal means untouched', async () => {
      const refused = () => new NotFoundError('not there');
      const [refusal] = await refusalsOf(put('a', {}, { condition: present, refused }));
      expect(refusal).toEqual({ reason: 'condition', index: 0, existing: undefined });
    });

    it('refuses two actions on one item', async () => {
      await expect(write(put('a', { n: 1 }), put('a', { n: 2 }))).rejects.toThrow();
      expect(await read('a')).toBeUndefined();
    });

    it('refuses more than a hundred actions', async () => {
      const writes = Array.from({ length: 101 }, (_, n) => put(String(n)));
      await expect(write(...writes)).rejects.toThrow();
      expect((await query({ partition: 'THING' })).found).toEqual([]);
    });

    it('takes a hundred actions', async () => {
      await write(...Array.from({ length: 100 }, (_, n) => put(String(n).padStart(3, '0'), { n })));
      expect((await query({ partition: 'THING' })).found).toHaveLength(100);
    });

    it('lets one of many at once pass through a condition', async () => {
      const claims = Array.from({ length: 20 }, (_, n) =>
        write(put('claim', { n }, { condition: absent })).then(
          () => 'won',
          () => 'lost',
        ),
      );
      const outcomes = await Promise.all(claims);
      expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
    });
  });
}
