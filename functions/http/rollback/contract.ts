import * as z from 'zod';
import { approvalView, changeView, policyView } from '#shared/approvals/present.ts';
import { changesetStatus } from '#shared/changesets/changeset.ts';
import { risk } from '#shared/changesets/risk.ts';
import { defineRoute } from '#shared/http/route.ts';

export const rollback = defineRoute({
  method: 'POST',
  path: '/changesets/{changeset_id}/rollback',
  summary: 'Take an applied changeset back, or see what that would do',
  role: 'approver',
  idempotency: 'required',
  path_parameters: z.object({ changeset_id: z.string().regex(/^[A-Za-z0-9.-]{1,128}$/) }),
  body: z.object({
    reason: z.string().max(2000).optional(),
    dry_run: z.boolean().default(false),
  }),
  responses: {
    200: z.object({
      dry_run: z.boolean(),
      /** The changeset that does the taking back; null in a dry run. */
      changeset_id: z.string().nullable(),
      rollback_of: z.string(),
      status: changesetStatus,
      complexity: z.enum(['simple', 'moderate', 'complex']),
      /** Resources of others that stand in the way. */
      cannot_undo: z.array(z.string()),
      revision_hash: z.string(),
      changes: z.array(changeView),
      changes_applied: z.int(),
      risk,
      policy: policyView,
      approvals: z.array(approvalView),
    }),
  },
});

export const routes = [rollback];
