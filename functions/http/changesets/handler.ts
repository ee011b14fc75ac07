import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { type InboxFilter, readInbox } from '#shared/approvals/inbox.ts';
import { type ChangesetView, presentChangeset } from '#shared/approvals/present.ts';
import { withdrawChangeset } from '#shared/approvals/withdraw-changeset.ts';
import { listChangesets } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Cursors } from '#shared/http/cursor.ts';
import { command, ok, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import type { RouteInput } from '#shared/http/route.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { mapResponse } from '#shared/store/decision.ts';
import { withCursor } from './changes-cursor.ts';
import { changesEndpoint } from './changes-endpoint.ts';
import { getChangeset, inbox, listChangesetsRoute, withdrawRoute } from './contract.ts';
import { resourceEndpoints } from './resource-endpoints.ts';
import { revisionEndpoints } from './revision-endpoints.ts';

export interface Deps extends HttpDeps, ApprovalDeps {
  readonly cursors: Cursors;
}

/** Changesets, the approvers' inbox, and the configuration they led to. */
export const createHandler = (deps: Deps) =>
  httpFunction(deps, [
    query(listChangesetsRoute, async ({ query: page }, { tenant }) => {
      const listing = { tenant, name: 'changesets' };
      const position = await deps.cursors.open(listing, page);
      const { changesets, next } = await listChangesets(deps.table, tenant, position);
      const next_cursor = await deps.cursors.seal(listing, next);
      const items = changesets.map(presentChangeset).map((view) => paged(deps, tenant, view));
      return ok({ items: await Promise.all(items), next_cursor });
    }),
    query(getChangeset, async ({ path }, caller) =>
      ok(await paged(deps, caller.tenant, await read(deps, caller, path.changeset_id))),
    ),
    command(withdrawRoute, async ({ path }, caller) => {
      const decision = await withdrawChangeset(deps, caller, path.changeset_id);
      return mapResponse(decision, (changeset) => ok(presentChangeset(changeset)));
    }),
    query(inbox, async ({ query: { limit, cursor, ...asked } }, caller) => {
      const listing = { tenant: caller.tenant, name: `approvals ${JSON.stringify(asked)}` };
      const position = await deps.cursors.open(listing, { limit, cursor });
      const { items, next } = await readInbox(deps, caller, toFilter(asked), position);
      return ok({
        items: await Promise.all(items.map((item) => paged(deps, caller.tenant, item))),
        next_cursor: await deps.cursors.seal(listing, next),
      });
    }),
    changesEndpoint(deps),
    ...resourceEndpoints(deps),
    ...revisionEndpoints(deps),
  ]);

async function read(deps: Deps, caller: Caller, changesetId: string): Promise<ChangesetView> {
  const { readChangeset } = await import('#shared/approvals/read-changeset.ts');
  return readChangeset(deps, caller, changesetId);
}

const paged = <View extends ChangesetView>({ cursors }: Deps, tenant: Tenant, view: View) =>
  withCursor(cursors, tenant, view.changeset_id, view);

type Asked = Omit<RouteInput<typeof inbox>['query'], 'limit' | 'cursor'>;

const toFilter = ({ filter, kind, ...bounds }: Asked): InboxFilter => ({
  filter,
  kind,
  minRisk: bounds.min_risk,
  maxRisk: bounds.max_risk,
  minAgeSeconds: bounds.min_age_seconds,
  maxAgeSeconds: bounds.max_age_seconds,
});
