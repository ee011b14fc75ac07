import { describe, expect, it } from 'vitest';
import type { Item } from '#shared/store/item.ts';
import { TransactionRefused } from '#shared/store/table.ts';
import { absent, type Condition, equals, present, type Write } from '#shared/store/write.ts';
import { key, type OpenTable, put, useTable } from './things.ts';

export function describeConditions(open: OpenTable): void {
  const { write, read } = useTable(open);

  describe('a condition', () => {
    const at = '2026-01-05T12:00:00.000Z';
    const before: Condition = { kind: 'absent_or_before', attribute: 'until', at };
    const HELD: readonly [string, Condition, Item | undefined, boolean][] = [
      ['absent, and nothing there', absent, undefined, true],
      ['absent, and something there', absent, {}, false],
      ['present, and nothing there', present, undefined, false],
      ['present, and something there', present, {}, true],
      ['equal values', equals({ version: 1, state: 'a' }), { version: 1, state: 'a', x: 1 }, true],
      ['one unequal value', equals({ version: 1, state: 'a' }), { version: 1, state: 'b' }, false],
      ['a missing value', equals({ version: 1 }), {}, false],
      ['a value of another type', equals({ version: 1 }), { version: '1' }, false],
      ['equal, and nothing there', equals({ version: 1 }), undefined, false],
      ['equal to nothing in particular, and nothing there', equals({}), undefined, false],
      ['in time, and nothing there', before, undefined, true],
      ['in time, and long past', before, { until: '2026-01-05T11:59:59.999Z' }, true],
      ['in time, at that very moment', before, { until: at }, false],
      ['in time, and still valid', before, { until: '2026-01-05T12:00:00.001Z' }, false],
      ['in time, without a time', before, {}, false],
    ];
    const ACTIONS: Readonly<Record<string, (condition: Condition) => Write>> = {
      put: (condition) => put('a', { new: 1 }, { condition }),
      update: (condition) => ({ action: 'update', key: key('a'), set: { new: 1 }, condition }),
      delete: (condition) => ({ action: 'delete', key: key('a'), condition }),
      check: (condition) => ({ action: 'check', key: key('a'), condition }),
    };

    const happens = (attempt: Write): Promise<boolean> =>
      write(attempt, put('witness')).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(TransactionRefused);
          return false;
        },
      );

    it.each(HELD)('holds or not for every action alike: %s', async (_, condition, item, holds) => {
      for (const action of Object.values(ACTIONS)) {
        await write(item ? put('a', item) : { action: 'delete', key: key('a') });
        expect(await happens(action(condition))).toBe(holds);
      }
    });

    it('of a check changes nothing', async () => {
      await write(put('a', { n: 1 }));
      await write({ action: 'check', key: key('a'), condition: present });
      expect(await read('a')).toEqual({ n: 1 });
    });
  });
}
