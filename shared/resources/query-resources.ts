import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Page, Table } from '#shared/store/table.ts';
import { membersOf } from './membership.ts';
import { queryByCode } from './query-by-code.ts';
import { siteId } from './references.ts';
import { RESOURCE_KINDS, type ResourceKind } from './resource.ts';
import { livePage, onlyItem } from './resource-pages.ts';
import { partitionOf, type Resource, resource } from './resource-store.ts';

export interface ResourceSelection {
  readonly kind: ResourceKind;
  /** Only what belongs to this site, or is it. */
  readonly siteCode?: string;
  /** Only what is called so within its kind, on any site or the one that is given. */
  readonly code?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** A page of the applied configuration, in the order of the natural keys. */
export async function queryResources(
  table: Table,
  tenant: Tenant,
  { kind, siteCode, code, ...page }: ResourceSelection,
): Promise<Page> {
  if (code !== undefined) return queryByCode(table, tenant, { kind, siteCode, code, ...page });
  if (!siteCode) return livePage(table, tenant, { partition: partitionOf(kind), ...page });
  const site = siteCode.toUpperCase();
  switch (kind) {
    // A site and its policy are named by the code itself, what is on the site by the code and more.
    case 'site':
    case 'security_policy':
      return onlyItem(table, tenant, `${kind}:${site}`);
    case 'device':
      return membersOf(table, tenant, siteId(site), page);
    case 'user':
      return { found: [] };
    default:
      return livePage(table, tenant, {
        partition: partitionOf(kind),
        sortPrefix: `${site}/`,
        ...page,
      });
  }
}

/** Everything that belongs to one site, itself included: what goes with it when it goes. */
export async function resourcesOfSite(
  table: Table,
  tenant: Tenant,
  siteCode: string,
): Promise<readonly Resource[]> {
  const found = await Promise.all(
    RESOURCE_KINDS.map((kind) =>
      readAll((page) => queryResources(table, tenant, { kind, siteCode, ...page })),
    ),
  );
  return found.flat();
}

/** Everything that belongs to a site or a user: what stops it from going. */
export async function dependentsOf(
  table: Table,
  tenant: Tenant,
  entityId: string,
): Promise<readonly Resource[]> {
  const [kind, key = ''] = splitId(entityId);
  if (kind === 'user') return readAll((page) => membersOf(table, tenant, entityId, page));
  if (kind !== 'site') return [];
  const all = await resourcesOfSite(table, tenant, key);
  return all.filter(({ entity_id }) => entity_id !== entityId);
}

const splitId = (entityId: string) => {
  const colon = entityId.indexOf(':');
  return [entityId.slice(0, colon), entityId.slice(colon + 1)] as const;
};

async function readAll(
  read: (page: { readonly after?: string }) => Promise<Page>,
): Promise<readonly Resource[]> {
  const all: Resource[] = [];
  let after: string | undefined;
  do {
    const { found, next } = await read(after === undefined ? {} : { after });
    all.push(...found.map(({ item }) => resource.parse(item)));
    after = next;
  } while (after !== undefined);
  return all;
}
