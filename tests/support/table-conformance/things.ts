import { beforeEach } from 'vitest';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Item, Key } from '#shared/store/item.ts';
import type { Selection, Table } from '#shared/store/table.ts';
import type { Put, Write } from '#shared/store/write.ts';

/** Gives an empty table; called before each test. */
export type OpenTable = () => Promise<Table>;

const ACME = trustedTenant('acme');
/** Begins like the other, which a careless prefix would let in. */
export const ACME_2 = trustedTenant('acme2');

export const key = (sort: string, partition = 'THING'): Key => ({ partition, sort });

export const put = (sort: string, item: Item = {}, more: Partial<Put> = {}): Put => ({
  action: 'put',
  key: key(sort),
  item,
  ...more,
});

/** A fresh table for each test of the file, by default through one tenant. */
export function useTable(open: OpenTable) {
  let table: Table | undefined;
  beforeEach(async () => {
    table = await open();
  });
  const opened = (): Table => {
    if (!table) throw new Error('The table is opened before each test');
    return table;
  };
  return {
    write: (...writes: Write[]) => opened().transact(ACME, writes),
    writeAs: (tenant: Tenant, ...writes: Write[]) => opened().transact(tenant, writes),
    read: (sort: string, tenant: Tenant = ACME) => opened().get(tenant, key(sort)),
    readMany: (sorts: readonly string[], tenant: Tenant = ACME) =>
      opened().getMany(
        tenant,
        sorts.map((sort) => key(sort)),
      ),
    query: (selection: Selection, tenant: Tenant = ACME) => opened().query(tenant, selection),
    /** Every item of a selection, in pages as small as they get. */
    async pageThrough(selection: Selection) {
      const seen: Awaited<ReturnType<Table['query']>>['found'][number][] = [];
      let after: string | undefined;
      do {
        const page = await opened().query(ACME, { ...selection, ...(after && { after }) });
        seen.push(...page.found);
        after = page.next;
      } while (after);
      return seen;
    },
  };
}
