import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { byId, requireFound } from '#shared/approvals/open-changeset.ts';
import { presentChanges } from '#shared/approvals/present.ts';
import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { findRevision } from '#shared/changesets/past-revision.ts';
import type { Cursors } from '#shared/http/cursor.ts';
import { ok, query } from '#shared/http/endpoint.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { listChanges } from './changes-contract.ts';
import { changesListing } from './changes-cursor.ts';

/** GET /changesets/{changeset_id}/changes: of the present revision, or of one before it. */
export const changesEndpoint = (deps: ApprovalDeps & { readonly cursors: Cursors }) =>
  query(listChanges, async ({ path, query: { revision, ...page } }, caller) => {
    const { tenant } = caller;
    const present = await requireFound(byId(deps, caller, path.changeset_id));
    const shown = await revisionOf(deps, tenant, present, revision);
    const listing = changesListing(tenant, present.id, shown);
    const { limit, after = '0' } = await deps.cursors.open(listing, page);
    const { changes } = await wholeChangeset(deps.bodies, tenant, shown);
    const end = Number(after) + limit;
    const next = end < changes.length ? String(end) : undefined;
    return ok({
      items: presentChanges(changes.slice(Number(after), end)),
      next_cursor: await deps.cursors.seal(listing, next),
    });
  });

/** @throws NotFoundError where the changeset never had that revision */
async function revisionOf(
  { table }: Pick<ApprovalDeps, 'table'>,
  tenant: Tenant,
  present: Changeset,
  revision: number = present.revision,
) {
  if (revision === present.revision) return present;
  const past = await findRevision(table, tenant, present.id, revision);
  if (!past) throw new NotFoundError('The changeset has no such revision');
  return { id: present.id, ...past };
}
