import { expect, it } from 'vitest';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { DueItem, PlatformTable } from '#shared/store/platform-table.ts';
import type { Table } from '#shared/store/table.ts';

const acme = trustedTenant('acme');
const globex = trustedTenant('globex');
const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 0, minute));

type Tables = () => { readonly tenants: Table; readonly platform: PlatformTable };

/** What every implementation of the port must do. Each case works on a queue of its own. */
export function platformTableSuite(tables: Tables): void {
  const wait = (queue: string, tenant: typeof acme, id: string, minute: number) =>
    tables().tenants.transact(tenant, [
      {
        action: 'put',
        key: { partition: `THING#${queue}${id}`, sort: 'S' },
        item: { name: id },
        index: { due: { queue, at: at(minute).toISOString() } },
      },
    ]);

  const dueIn = async (queue: string, minute: number): Promise<readonly DueItem[]> => {
    const found: DueItem[] = [];
    for await (const page of tables().platform.due(queue, at(minute))) found.push(...page);
    return found;
  };
  const names = async (queue: string, minute: number) =>
    (await dueIn(queue, minute)).map(({ item }) => item['name']);

  it('gives what is due of all tenants, oldest first, and nothing before its time', async () => {
    await wait('A', acme, 'second', 2);
    await wait('A', globex, 'first', 1);
    await wait('A', acme, 'third', 3);
    await wait('OTHER', acme, 'elsewhere', 1);
    expect(await names('A', 0)).toEqual([]);
    expect(await names('A', 2)).toEqual(['first', 'second']);
    expect((await dueIn('A', 1))[0]).toEqual({
      tenant: globex,
      key: { partition: 'THING#Afirst', sort: 'S' },
      at: at(1).toISOString(),
      item: { name: 'first' },
    });
  });

  it('gives more than fits a page', async () => {
    for (let n = 0; n < 120; n++) await wait('B', acme, `${n}`.padStart(3, '0'), 1);
    expect(new Set(await names('B', 1)).size).toBe(120);
  });

  it('postpones what has not moved meanwhile', async () => {
    await wait('C', acme, 'one', 1);
    const [due] = await dueIn('C', 1);
    if (!due) throw new Error('Nothing is due');
    await tables().platform.postpone(due, at(5));
    await tables().platform.postpone(due, at(9));
    expect(await names('C', 4)).toEqual([]);
    expect(await names('C', 5)).toEqual(['one']);
  });

  it('settles what is done, keeps the item, and makes none out of nothing', async () => {
    await wait('D', acme, 'one', 1);
    const key = { partition: 'THING#Done', sort: 'S' };
    await tables().platform.settle({ tenant: acme, key }, at(60));
    expect(await names('D', 60)).toEqual([]);
    expect(await tables().tenants.get(acme, key)).toEqual({ name: 'one' });
    const gone = { tenant: acme, key: { partition: 'THING#gone', sort: 'S' } };
    await tables().platform.settle(gone, at(60));
    expect(await tables().tenants.get(acme, gone.key)).toBeUndefined();
  });
}
