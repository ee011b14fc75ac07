import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import type { EditChangeset } from '#shared/approvals/edit-changeset.ts';
import { byId, requireFound } from '#shared/approvals/open-changeset.ts';
import { presentChangeset, presentRevision } from '#shared/approvals/present.ts';
import { presentPreview } from '#shared/approvals/present-preview.ts';
import { listRevisions } from '#shared/changesets/past-revision.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Cursors } from '#shared/http/cursor.ts';
import { command, type Endpoint, ok, query } from '#shared/http/endpoint.ts';
import type { RouteInput } from '#shared/http/route.ts';
import { mapResponse } from '#shared/store/decision.ts';
import { withCursor } from './changes-cursor.ts';
import { editRoute, listRevisionsRoute, previewRoute, rebaseRoute } from './revision-contract.ts';

interface Deps extends ApprovalDeps {
  readonly cursors: Cursors;
}

/**
 * What is done with the content of changesets, besides deciding about it. What few requests ask for is
 * loaded with the first of them.
 */
export const revisionEndpoints = (deps: Deps): readonly Endpoint[] => [
  command(editRoute, async ({ path, body }, caller) => {
    const { editChangeset } = await import('#shared/approvals/edit-changeset.ts');
    const decision = await editChangeset(deps, caller, toEdit(path.changeset_id, body));
    return mapResponse(decision, (changeset) => ok(presentChangeset(changeset)));
  }),
  query(previewRoute, async ({ body }, caller) =>
    ok(presentPreview(await previewOf(deps, caller, body))),
  ),
  command(rebaseRoute, async ({ path, body: { resolutions } }, caller) => {
    const { rebaseChangeset } = await import('#shared/approvals/rebase-changeset.ts');
    const request = { changesetId: path.changeset_id, resolutions };
    const decision = await rebaseChangeset(deps, caller, request);
    return mapResponse(decision, (changeset) => ok(presentChangeset(changeset)));
  }),
  query(listRevisionsRoute, async ({ path: { changeset_id: id }, query: page }, caller) => {
    await requireFound(byId(deps, caller, id));
    const listing = { tenant: caller.tenant, name: `revisions ${id}` };
    const position = await deps.cursors.open(listing, page);
    const { revisions, next } = await listRevisions(deps.table, caller.tenant, id, position);
    const next_cursor = await deps.cursors.seal(listing, next);
    const items = revisions
      .map(presentRevision)
      .map((view) => withCursor(deps.cursors, caller.tenant, id, view));
    return ok({ items: await Promise.all(items), next_cursor });
  }),
];

async function previewOf(
  deps: Deps,
  caller: Caller,
  body: RouteInput<typeof previewRoute>['body'],
) {
  const { previewChanges, previewDraft, previewEdit } = await import(
    '#shared/approvals/preview-changes.ts'
  );
  if (body.changes) return previewChanges(deps, caller, body.changes);
  if (body.session_id) return previewDraft(deps, caller, body.session_id);
  return previewEdit(deps, caller, toEdit(body.changeset_id ?? '', body));
}

const toEdit = (
  changesetId: string,
  { revision_hash, ...edit }: RouteInput<typeof editRoute>['body'],
): EditChangeset => ({
  changesetId,
  removals: edit.removals,
  modifications: edit.modifications,
  additions: edit.additions,
  ...(revision_hash && { revisionHash: revision_hash }),
});
