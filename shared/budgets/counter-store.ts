import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item, Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Put } from '#shared/store/write.ts';
import { type BudgetCounter, budgetCounter, NOTHING_SPENT } from './counter.ts';

const keyOf = (month: string): Key => ({ partition: 'BUDGET', sort: month });

/** What a tenant has spent in a month (`2026-01`). */
export const readCounter = async (table: Table, tenant: Tenant, month: string) =>
  asCounter(await table.get(tenant, keyOf(month)));

export const asCounter = (item: Item | undefined): BudgetCounter =>
  item ? budgetCounter.parse(item) : NOTHING_SPENT;

/** The counter after `read`; whoever read the same and wrote first has won. */
export const putCounter = (month: string, next: BudgetCounter, read: BudgetCounter): Put => ({
  action: 'put',
  key: keyOf(month),
  condition: read.version === 0 ? absent : equals({ version: read.version }),
  item: { ...next, version: read.version + 1 },
});
