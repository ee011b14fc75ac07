import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { byId, requireFound } from '#shared/approvals/open-changeset.ts';
import { presentChanges } from '#shared/approvals/present.ts';
import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Cursors } from '#shared/http/cursor.ts';
import { ok, query } from '#shared/http/endpoint.ts';
import { listChanges } from './changes-contract.ts';

/** GET /changesets/{changeset_id}/changes: a cursor goes on with the revision it was given for. */
export const changesEndpoint = (deps: ApprovalDeps & { readonly cursors: Cursors }) =>
  query(listChanges, async ({ path, query: page }, caller) => {
    const { tenant } = caller;
    const shown = await requireFound(byId(deps, caller, path.changeset_id));
    const listing = { tenant, name: `changes ${shown.id} ${shown.revision_hash}` };
    const { limit, after = '0' } = await deps.cursors.open(listing, page);
    const { changes } = await wholeChangeset(deps.bodies, tenant, shown);
    const end = Number(after) + limit;
    const next = end < changes.length ? String(end) : undefined;
    return ok({
      items: presentChanges(changes.slice(Number(after), end)),
      next_cursor: await deps.cursors.seal(listing, next),
    });
  });
