import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { readInbox } from '#shared/approvals/inbox.ts';
import { presentChangeset } from '#shared/approvals/present.ts';
import { withdrawChangeset } from '#shared/approvals/withdraw-changeset.ts';
import { findChangeset, listChangesets } from '#shared/changesets/changeset-store.ts';
import type { Cursors } from '#shared/http/cursor.ts';
import { command, ok, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { queryResources, resource } from '#shared/resources/resource-store.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import { mapResponse } from '#shared/store/decision.ts';
import {
  getChangeset,
  inbox,
  listChangesetsRoute,
  listResources,
  withdrawRoute,
} from './contract.ts';

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
      return ok({ items: changesets.map(presentChangeset), next_cursor });
    }),
    query(getChangeset, async ({ path }, { tenant }) => {
      const changeset = await findChangeset(deps.table, tenant, path.changeset_id);
      if (!changeset) throw new NotFoundError('There is no such changeset');
      return ok(presentChangeset(changeset));
    }),
    command(withdrawRoute, async ({ path }, caller) => {
      const decision = await withdrawChangeset(deps, caller, path.changeset_id);
      return mapResponse(decision, (changeset) => ok(presentChangeset(changeset)));
    }),
    query(inbox, async ({ query: page }, caller) => {
      const listing = { tenant: caller.tenant, name: 'approvals' };
      const position = await deps.cursors.open(listing, page);
      const { items, next } = await readInbox(deps.table, caller, position);
      return ok({ items, next_cursor: await deps.cursors.seal(listing, next) });
    }),
    query(listResources, async ({ query: { kind, site, code, ...page } }, { tenant }) => {
      const siteCode = site ?? code;
      const listing = { tenant, name: `resources ${kind} ${siteCode ?? ''}` };
      const position = await deps.cursors.open(listing, page);
      const selection = { kind, ...position, ...(siteCode && { siteCode }) };
      const { found, next } = await queryResources(deps.table, tenant, selection);
      const items = found.map(({ item }) => resource.parse(item));
      return ok({ items, next_cursor: await deps.cursors.seal(listing, next) });
    }),
  ]);
