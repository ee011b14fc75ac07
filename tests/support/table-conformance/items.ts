import { describe, expect, it } from 'vitest';
import type { Item } from '#shared/store/item.ts';
import { ACME_2, key, type OpenTable, put, useTable } from './things.ts';

export function describeItems(open: OpenTable): void {
  const { write, writeAs, read, readMany } = useTable(open);

  describe('an item', () => {
    it('comes back as it was written, without the bookkeeping of the table', async () => {
      const item: Item = {
        text: 'Käse 🧀 "#"',
        number: 1.5,
        yes: true,
        nothing: null,
        list: ['a', { deep: [1, null] }],
        bytes: new Uint8Array([1, 2, 255]),
      };
      const due = { queue: 'OUTBOX', at: '2026-01-05T00:00:00.000Z' };
      const inbox = key('2026#1', 'INBOX');
      await write(put('a', item, { index: { inbox, due }, expiresAt: '2099-01-01T00:00:00.000Z' }));
      expect(await read('a')).toEqual(item);
    });

    it('is not there before it is written, nor after it is deleted', async () => {
      expect(await read('a')).toBeUndefined();
      await write(put('a', { n: 1 }));
      await write({ action: 'delete', key: key('a') });
      expect(await read('a')).toBeUndefined();
    });

    it('is replaced whole by another put', async () => {
      await write(put('a', { old: 1 }));
      await write(put('a', { new: 1 }));
      expect(await read('a')).toEqual({ new: 1 });
    });

    it('drops fields that are undefined', async () => {
      await write(put('a', { kept: 1, dropped: undefined, inner: { gone: undefined, n: 1 } }));
      const item = await read('a');
      expect(item).toStrictEqual({ kept: 1, inner: { n: 1 } });
    });

    it('is nobody else’s: the same key of another tenant is another item', async () => {
      await write(put('a', { whose: 'acme' }));
      expect(await read('a', ACME_2)).toBeUndefined();
      await writeAs(ACME_2, put('a', { whose: 'acme2' }));
      expect(await read('a')).toEqual({ whose: 'acme' });
      await writeAs(ACME_2, { action: 'delete', key: key('a') });
      expect(await read('a')).toEqual({ whose: 'acme' });
    });

    it('cannot be changed through what was read', async () => {
      await write(put('a', { list: [1] }));
      const item = await read('a');
      const list = item?.['list'];
      if (Array.isArray(list)) list.push(2);
      expect(await read('a')).toEqual({ list: [1] });
    });
  });

  describe('an update', () => {
    it('sets, removes and counts, and leaves the rest alone', async () => {
      await write(put('a', { stays: 1, goes: 1, counter: 5 }));
      const add = { counter: -2, fresh: 3 };
      await write({ action: 'update', key: key('a'), set: { here: 'x' }, remove: ['goes'], add });
      expect(await read('a')).toEqual({ stays: 1, here: 'x', counter: 3, fresh: 3 });
    });

    it('makes the item where there is none', async () => {
      await write({ action: 'update', key: key('a'), add: { counter: 1 } });
      expect(await read('a')).toEqual({ counter: 1 });
    });

    it('takes names that are reserved words or expressions for names', async () => {
      const set = { status: 'on', 'a.b': 1, size: 2, ':v0': 3, '#n0': 4 };
      await write(put('a', {}));
      await write({ action: 'update', key: key('a'), set });
      expect(await read('a')).toEqual(set);
    });
  });

  describe('reading many', () => {
    it('keeps the order of the keys, with a gap for what is not there', async () => {
      await write(put('a', { n: 1 }), put('b', { n: 2 }));
      expect(await readMany(['b', 'x', 'a'])).toEqual([{ n: 2 }, undefined, { n: 1 }]);
    });

    it('reads nothing for no keys', async () => {
      expect(await readMany([])).toEqual([]);
    });

    it('reads only the tenant’s', async () => {
      await write(put('a', { n: 1 }));
      expect(await readMany(['a'], ACME_2)).toEqual([undefined]);
    });
  });
}
