import { beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Selection } from '#shared/store/table.ts';
import type { Put } from '#shared/store/write.ts';
import { ACME_2, key, type OpenTable, put, useTable } from './things.ts';

export function describeQueries(open: OpenTable): void {
  const { write, writeAs, query, pageThrough } = useTable(open);

  describe('a query', () => {
    const sorts = async (selection: Partial<Selection> = {}, tenant?: Tenant) => {
      const { found } = await query({ partition: 'THING', ...selection }, tenant);
      return found.map((each) => each.key.sort);
    };
    beforeEach(async () => {
      const other = { ...put('a'), key: key('a', 'THINGS') };
      await write(put('b/2', { n: 4 }), put('a', { n: 1 }), put('b/1', { n: 3 }), put('b'), other);
      await writeAs(ACME_2, put('foreign'));
    });

    it('gives a partition in the order of the sort keys, with items and keys', async () => {
      const { found, next } = await query({ partition: 'THING' });
      expect(found.map((each) => each.key.sort)).toEqual(['a', 'b', 'b/1', 'b/2']);
      expect(found[0]).toEqual({ key: key('a'), item: { n: 1 } });
      expect(next).toBeUndefined();
    });

    it('gives only this partition of only this tenant', async () => {
      expect(await sorts({ partition: 'THINGS' })).toEqual(['a']);
      expect(await sorts({}, ACME_2)).toEqual(['foreign']);
      expect(await sorts({ partition: 'THIN' })).toEqual([]);
    });

    it('takes a prefix, and the other direction', async () => {
      expect(await sorts({ sortPrefix: 'b/' })).toEqual(['b/1', 'b/2']);
      expect(await sorts({ descending: true })).toEqual(['b/2', 'b/1', 'b', 'a']);
      expect(await sorts({ sortPrefix: 'b/', descending: true })).toEqual(['b/2', 'b/1']);
    });

    it.each([false, true])(
      'goes page by page to the end, each item once: descending %s',
      async (descending) => {
        const seen = await pageThrough({ partition: 'THING', limit: 2, descending });
        const all = ['a', 'b', 'b/1', 'b/2'];
        expect(seen.map((each) => each.key.sort)).toEqual(descending ? all.toReversed() : all);
      },
    );

    it('sorts texts of every script by their bytes', async () => {
      const sortedByBytes = ['Z', 'a', 'é', 'क', '\uff5e', '🧀'];
      const writes = sortedByBytes.toReversed().map((sort) => ({
        ...put(sort),
        key: key(sort, 'SCRIPTS'),
      }));
      await write(...writes);
      expect(await sorts({ partition: 'SCRIPTS' })).toEqual(sortedByBytes);
    });
  });

  describe('the inbox', () => {
    const waiting = (id: string, since: string): Put =>
      put(id, { id }, { index: { inbox: key(since, 'APPROVALS') } });
    const inbox = { partition: 'APPROVALS', index: 'inbox' } as const;
    const ids = async (selection: Partial<Selection> = {}, tenant?: Tenant) => {
      const { found } = await query({ ...inbox, ...selection }, tenant);
      return found.map(({ item }) => item['id']);
    };

    it('shows what waits, by its place in it, and where the item is', async () => {
      await write(waiting('z', '2026-01'), waiting('a', '2026-02'), put('not waiting'));
      expect(await ids()).toEqual(['z', 'a']);
      expect(await ids({ descending: true })).toEqual(['a', 'z']);
      const { found } = await query(inbox);
      expect(found[0]).toEqual({ key: key('z'), item: { id: 'z' } });
    });

    it('no longer shows what was decided', async () => {
      await write(waiting('a', '2026-01'));
      await write(put('a', { id: 'a' }));
      expect(await ids()).toEqual([]);
    });

    it('keeps showing what was only updated', async () => {
      await write(waiting('a', '2026-01'));
      await write({ action: 'update', key: key('a'), set: { seen: true } });
      expect(await ids()).toEqual(['a']);
    });

    it('is the tenant’s own', async () => {
      await write(waiting('a', '2026-01'));
      expect(await ids({}, ACME_2)).toEqual([]);
    });

    it('goes page by page, also past items that have waited equally long', async () => {
      await write(...['a', 'b', 'c'].map((id) => waiting(id, '2026-01')));
      const seen = await pageThrough({ ...inbox, limit: 1 });
      expect(seen.map(({ item }) => item['id']).toSorted()).toEqual(['a', 'b', 'c']);
    });
  });
}
