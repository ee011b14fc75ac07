import * as z from 'zod';
import { changeView } from '#shared/approvals/present.ts';
import { pageOf, pageQuery } from '#shared/http/cursor.ts';
import { defineRoute } from '#shared/http/route.ts';
import { changesetId } from './revision-contract.ts';

export const listChanges = defineRoute({
  method: 'GET',
  path: '/changesets/{changeset_id}/changes',
  summary: 'All changes of a changeset, in their order',
  role: 'approver',
  idempotency: 'none',
  path_parameters: z.object({ changeset_id: changesetId }),
  query: pageQuery,
  responses: { 200: pageOf(changeView) },
});
