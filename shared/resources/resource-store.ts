import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Page, Table } from '#shared/store/table.ts';
import { RESOURCE_KINDS, type ResourceKind, resourceKind } from './resource.ts';

/** A piece of configuration as it is applied (stored and wire shape). */
export const resource = z.object({
  entity_id: z.string(),
  kind: resourceKind,
  data: z.record(z.string(), z.json()),
  version: z.int().min(1),
  changeset_id: z.string(),
  updated_at: z.iso.datetime(),
});
export type Resource = z.infer<typeof resource>;

const partitionOf = (kind: ResourceKind): string => `RESOURCE#${kind}`;

/** A partition per kind, sorted by natural key: a site's shifts are one range. */
export function resourceKey(entityId: string): Key {
  const [kind = '', ...rest] = entityId.split(':');
  return { partition: partitionOf(resourceKind.parse(kind)), sort: rest.join(':') };
}

/** In the order of the ids; undefined where there is none. At most 100. */
export async function findResources(
  table: Table,
  tenant: Tenant,
  entityIds: readonly string[],
): Promise<readonly (Resource | undefined)[]> {
  const items = await table.getMany(tenant, entityIds.map(resourceKey));
  return items.map((item) => item && resource.parse(item));
}

export interface ResourceSelection {
  readonly kind: ResourceKind;
  readonly siteCode?: string;
  readonly after?: string;
  readonly limit?: number;
}

export async function queryResources(
  table: Table,
  tenant: Tenant,
  { kind, siteCode, ...page }: ResourceSelection,
): Promise<Page> {
  // A site and its policy are named by the code itself, what is on the site by the code and more.
  const alone = kind === 'site' || kind === 'security_policy';
  if (siteCode && alone) return onlyItem(table, tenant, `${kind}:${siteCode.toUpperCase()}`);
  return table.query(tenant, {
    partition: partitionOf(kind),
    ...(siteCode && { sortPrefix: `${siteCode.toUpperCase()}/` }),
    ...page,
  });
}

async function onlyItem(table: Table, tenant: Tenant, entityId: string): Promise<Page> {
  const key = resourceKey(entityId);
  const item = await table.get(tenant, key);
  return { found: item ? [{ key, item }] : [] };
}

/** Everything that belongs to one site: what goes with it when it goes. */
export async function resourcesOfSite(
  table: Table,
  tenant: Tenant,
  siteCode: string,
): Promise<readonly Resource[]> {
  const kinds = RESOURCE_KINDS.filter((kind) => kind !== 'user' && kind !== 'device');
  const pages = await Promise.all(
    kinds.map((kind) => queryResources(table, tenant, { kind, siteCode })),
  );
  return pages
    .flatMap(({ found }) => found.map(({ item }) => resource.parse(item)))
    .filter(({ data, kind }) => (kind === 'site' ? data['code'] : data['site_code']) === siteCode);
}
