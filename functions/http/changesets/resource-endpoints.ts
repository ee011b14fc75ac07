import type { Cursors, PageQuery } from '#shared/http/cursor.ts';
import { type Endpoint, ok, query } from '#shared/http/endpoint.ts';
import { queryResources, type ResourceSelection } from '#shared/resources/query-resources.ts';
import { historyEntry, queryHistory } from '#shared/resources/resource-history.ts';
import { resource } from '#shared/resources/resource-store.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { listResources, resourceHistory, resourceOnSiteHistory } from './resource-contract.ts';

interface Deps {
  readonly table: Table;
  readonly cursors: Cursors;
}

/** The applied configuration, and how it came to be. */
export const resourceEndpoints = (deps: Deps): readonly Endpoint[] => [
  query(listResources, async ({ query: { limit, cursor, ...asked } }, { tenant }) => {
    const listing = { tenant, name: `resources ${JSON.stringify(asked)}` };
    const position = await deps.cursors.open(listing, { limit, cursor });
    const { found, next } = await queryResources(deps.table, tenant, {
      ...selectionOf(asked),
      ...position,
    });
    const items = found.map(({ item }) => resource.parse(item));
    return ok({ items, next_cursor: await deps.cursors.seal(listing, next) });
  }),
  query(resourceHistory, async ({ path, query: page }, { tenant }) =>
    ok(await readHistory(deps, tenant, path.resource_id, page)),
  ),
  query(resourceOnSiteHistory, async ({ path, query: page }, { tenant }) =>
    ok(await readHistory(deps, tenant, `${path.site_id}/${path.name}`, page)),
  ),
];

interface Asked {
  readonly kind: ResourceSelection['kind'];
  readonly site?: string | undefined;
  readonly code?: string | undefined;
}

const selectionOf = ({ kind, site, code }: Asked): ResourceSelection => ({
  kind,
  ...(site && { siteCode: site }),
  ...(code !== undefined && { code }),
});

async function readHistory(
  { table, cursors }: Deps,
  tenant: Tenant,
  entityId: string,
  page: PageQuery,
) {
  const listing = { tenant, name: `history ${entityId}` };
  const position = await cursors.open(listing, page);
  const { found, next } = await queryHistory(table, tenant, entityId, position);
  if (found.length === 0 && !position.after) throw new NotFoundError('There is no such resource');
  const items = found.map(({ item }) => historyEntry.parse(item));
  return { items, next_cursor: await cursors.seal(listing, next) };
}
