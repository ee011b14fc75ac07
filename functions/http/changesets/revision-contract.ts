import * as z from 'zod';
import { changesetView, revisionView } from '#shared/approvals/present.ts';
import { previewView } from '#shared/approvals/present-preview.ts';
import { namedRevision } from '#shared/changesets/changeset.ts';
import { resolutions } from '#shared/changesets/rebase-changes.ts';
import { wantedChange } from '#shared/changesets/wanted-changes.ts';
import { pageOf, pageQuery } from '#shared/http/cursor.ts';
import { defineRoute } from '#shared/http/route.ts';

export const changesetId = z.string().regex(/^[A-Za-z0-9.-]{1,128}$/);
const oneChangeset = z.object({ changeset_id: changesetId });

const wantedChanges = z.array(wantedChange).max(1000);
const edit = z.object({
  /** Ids of resources whose changes are left out. */
  removals: z.array(z.string().max(400)).max(1000).default([]),
  /** New values by id of the resource. */
  modifications: z.record(z.string(), z.record(z.string(), z.json())).default({}),
  additions: wantedChanges.default([]),
  /** Of the revision that was seen; another one is not edited. */
  revision_hash: namedRevision.optional(),
});

export const editRoute = defineRoute({
  method: 'POST',
  path: '/changesets/{changeset_id}/edit',
  summary: 'Change what is asked for, as a new revision that needs approval again',
  role: 'approver',
  idempotency: 'optional',
  path_parameters: oneChangeset,
  body: edit,
  responses: { 200: changesetView },
});

export const previewRoute = defineRoute({
  method: 'POST',
  path: '/changesets/preview',
  summary: 'What changes, a draft or an edit would mean: difference, risk, policy, what is missing',
  role: 'approver',
  idempotency: 'optional',
  body: edit
    .extend({
      changes: wantedChanges.min(1).optional(),
      session_id: z.uuid().optional(),
      changeset_id: changesetId.optional(),
    })
    .refine(
      ({ changes, session_id, changeset_id }) =>
        [changes, session_id, changeset_id].filter((each) => each !== undefined).length === 1,
      { message: 'give changes, or a session_id, or a changeset_id with an edit' },
    ),
  responses: { 200: previewView },
});

export const rebaseRoute = defineRoute({
  method: 'POST',
  path: '/changesets/{changeset_id}/rebase',
  summary: 'Ask for the same on the configuration as it is now',
  role: 'approver',
  idempotency: 'optional',
  path_parameters: oneChangeset,
  body: z.object({ resolutions: resolutions.default({}) }),
  responses: { 200: changesetView },
});

export const listRevisionsRoute = defineRoute({
  method: 'GET',
  path: '/changesets/{changeset_id}/revisions',
  summary: 'The revisions before the present one, and who decided what about them',
  role: 'approver',
  idempotency: 'none',
  path_parameters: oneChangeset,
  query: pageQuery,
  responses: { 200: pageOf(revisionView) },
});

export const revisionRoutes = [editRoute, previewRoute, rebaseRoute, listRevisionsRoute];
