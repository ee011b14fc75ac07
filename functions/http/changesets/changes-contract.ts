import * as z from 'zod';
import { changeView } from '#shared/approvals/present.ts';
import { pageOf, pageQuery } from '#shared/http/cursor.ts';
import { defineRoute } from '#shared/http/route.ts';
import { changesetId } from './revision-contract.ts';

export const listChanges = defineRoute({
  method: 'GET',
  path: '/changesets/{changeset_id}/changes',
  summary: 'All changes of a changeset, or of a revision of it, in their order',
  role: 'approver',
  idempotency: 'none',
  path_parameters: z.object({ changeset_id: changesetId }),
  query: pageQuery.extend({
    /** One before the present one. */
    revision: z.coerce.number().int().min(1).max(999_999).optional(),
  }),
  responses: { 200: pageOf(changeView) },
});
