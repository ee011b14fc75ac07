import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Found, Page, Selection, Table } from '#shared/store/table.ts';
import { isLive, resourceKey } from './resource-store.ts';

/** One resource, where it is there. */
export async function onlyItem(table: Table, tenant: Tenant, entityId: string): Promise<Page> {
  const key = resourceKey(entityId);
  const item = await table.get(tenant, key);
  return { found: item && isLive(item) ? [{ key, item }] : [] };
}

/** A page of those that are there; what the deleted ones leave behind is passed over. */
export async function livePage(table: Table, tenant: Tenant, selection: Selection): Promise<Page> {
  const { limit = Number.POSITIVE_INFINITY } = selection;
  const found: Found[] = [];
  let after = selection.after;
  for (;;) {
    const page = await table.query(tenant, {
      ...selection,
      ...(after !== undefined && { after }),
      ...(Number.isFinite(limit) && { limit: limit - found.length }),
    });
    found.push(...page.found.filter(({ item }) => isLive(item)));
    if (!page.next || found.length >= limit)
      return { found, ...(page.next !== undefined && { next: page.next }) };
    after = page.next;
  }
}
