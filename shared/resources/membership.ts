import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Page, Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import { parentsOf } from './references.ts';
import type { ResourceKind } from './resource.ts';
import { type Resource, resourceKey } from './resource-store.ts';

type Data = Resource['data'] | null;

/** Only of these the natural key does not say what they belong to. */
const LISTED: readonly ResourceKind[] = ['device'];

const memberKey = (parentId: string, entityId: string): Key => ({
  partition: `MEMBERS#${parentId}`,
  sort: entityId,
});

/** Keeps the lists of members in step with one changed resource. */
export function membershipWrites(
  entityId: string,
  kind: ResourceKind,
  before: Data,
  after: Data,
): readonly Write[] {
  if (!LISTED.includes(kind)) return [];
  const [left, joined] = [parentsOf(kind, before), parentsOf(kind, after)];
  return [
    ...left
      .filter((id) => !joined.includes(id))
      .map((id) => ({ action: 'delete' as const, key: memberKey(id, entityId) })),
    ...joined
      .filter((id) => !left.includes(id))
      .map((id) => ({
        action: 'put' as const,
        key: memberKey(id, entityId),
        item: { entity_id: entityId },
      })),
  ];
}

/** The members of a site or user that are listed, in the order of their ids. */
export async function membersOf(
  table: Table,
  tenant: Tenant,
  parentId: string,
  { limit = 100, ...page }: { readonly limit?: number; readonly after?: string },
): Promise<Page> {
  const partition = `MEMBERS#${parentId}`;
  const { found, next } = await table.query(tenant, { partition, limit, ...page });
  const keys = found.map(({ item }) => resourceKey(String(item['entity_id'])));
  const items = await table.getMany(tenant, keys);
  const members = keys.flatMap((key, index) => {
    const item = items[index];
    return item ? [{ key, item }] : [];
  });
  return { found: members, ...(next !== undefined && { next }) };
}
