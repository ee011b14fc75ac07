import * as z from 'zod';
import { approvalView, changeView, policyView } from '#shared/approvals/present.ts';
import { changesetStatus, namedRevision, obstacle } from '#shared/changesets/changeset.ts';
import { risk } from '#shared/changesets/risk.ts';
import { defineRoute } from '#shared/http/route.ts';

const answer = z.object({
  dry_run: z.boolean(),
  /** The changeset that does the taking back; null in a dry run. */
  changeset_id: z.string().nullable(),
  rollback_of: z.string(),
  status: changesetStatus,
  complexity: z.enum(['simple', 'moderate', 'complex']),
  /** What cannot be taken back, and why. */
  cannot_undo: z.array(z.string()),
  obstacles: z.array(obstacle),
  revision_hash: z.string(),
  /** The first hundred; of the changeset that does it all can be read. */
  changes: z.array(changeView),
  changes_total: z.int(),
  changes_applied: z.int(),
  risk,
  policy: policyView,
  approvals: z.array(approvalView),
});

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
    /** Take back what can be, where not everything can. */
    partial: z.boolean().default(false),
    /** Of the dry run that was seen; another plan is refused. */
    revision_hash: namedRevision.optional(),
  }),
  responses: {
    200: answer,
    /** It is agreed to and goes on in the queue. */
    202: answer.extend({ status_url: z.string() }),
  },
});

export const routes = [rollback];
