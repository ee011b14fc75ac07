import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Found, Page, Table } from '#shared/store/table.ts';
import { slugOf } from './entity-id.ts';
import { parentsOf, siteId } from './references.ts';
import type { ResourceKind } from './resource.ts';
import { onlyItem } from './resource-pages.ts';
import { isLive, partitionOf, resource } from './resource-store.ts';

export interface CodeSelection {
  readonly kind: ResourceKind;
  readonly code: string;
  readonly siteCode?: string | undefined;
  readonly after?: string;
  readonly limit?: number;
}

/** So much is looked through for one page; the next one goes on from there. */
const LOOK = 500;
const MAX_LOOKS = 10;

/**
 * What has a code of its own, on any site or on one: sites and policies go by the site's code, users by
 * their address, devices by their IMEI, roles by their code, and shifts by their name, written out or
 * as it stands in the id. Of roles and shifts there is one on each site: they come in pages.
 */
export function queryByCode(
  table: Table,
  tenant: Tenant,
  { kind, code, siteCode, ...page }: CodeSelection,
): Promise<Page> {
  if (kind === 'shift' || kind === 'staff_role') {
    const name = kind === 'shift' ? slugOf(code) : code.toUpperCase();
    if (siteCode) return onlyItem(table, tenant, `${kind}:${siteCode.toUpperCase()}/${name}`);
    return onAnySite(table, tenant, { kind, name, ...page });
  }
  return withinSite(onlyItem(table, tenant, idOf(kind, code)), siteCode);
}

function idOf(kind: ResourceKind, code: string): string {
  if (kind === 'site' || kind === 'security_policy') return `${kind}:${code.toUpperCase()}`;
  return `${kind}:${kind === 'user' ? code.toLowerCase().replaceAll('#', '-') : code}`;
}

/** Nothing, where it is neither the site nor on it. */
async function withinSite(found: Promise<Page>, siteCode: string | undefined): Promise<Page> {
  const page = await found;
  if (!siteCode) return page;
  const site = siteId(siteCode);
  return {
    found: page.found.filter(({ item }) => {
      const { entity_id, kind, data } = resource.parse(item);
      return entity_id === site || parentsOf(kind, data).includes(site);
    }),
  };
}

interface Named {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly after?: string;
  readonly limit?: number;
}

async function onAnySite(
  table: Table,
  tenant: Tenant,
  { kind, name, after, limit = Number.POSITIVE_INFINITY }: Named,
): Promise<Page> {
  const found: Found[] = [];
  let from = after;
  for (let look = 0; look < MAX_LOOKS; look++) {
    const selection = { partition: partitionOf(kind), limit: LOOK };
    const page = await table.query(tenant, {
      ...selection,
      ...(from !== undefined && { after: from }),
    });
    found.push(...page.found.filter(({ key, item }) => isLive(item) && isCalled(key.sort, name)));
    const last = found[limit - 1];
    if (found.length > limit && last) return { found: found.slice(0, limit), next: last.key.sort };
    if (page.next === undefined) return { found };
    from = page.next;
  }
  return { found, ...(from !== undefined && { next: from }) };
}

/** Natural keys of what is on a site are the site's code, a slash and the name. */
const isCalled = (key: string, name: string): boolean => key.slice(key.indexOf('/') + 1) === name;
