import * as z from 'zod';
import { decidedView } from '#shared/approvals/present.ts';
import { previewView } from '#shared/approvals/present-preview.ts';
import { namedRevision } from '#shared/changesets/changeset.ts';
import { defineRoute } from '#shared/http/route.ts';

const ids = z.array(z.string().max(128)).max(1000);

export const approve = defineRoute({
  method: 'POST',
  path: '/recommendations/approve',
  summary: "Approve a conversation's draft, wholly or in part, or see what that would do",
  role: 'approver',
  idempotency: 'required',
  body: z.object({
    session_id: z.uuid(),
    approved_items: ids.optional(),
    rejected_items: ids.default([]),
    reasons: z.record(z.string(), z.string().max(1000)).default({}),
    modifications: z.record(z.string(), z.record(z.string(), z.json())).default({}),
    dry_run: z.boolean().default(true),
    /** Of the dry run that was seen. Without it, a draft that others have revised is refused. */
    revision_hash: namedRevision.optional(),
  }),
  responses: {
    200: z.discriminatedUnion('dry_run', [previewView, decidedView]),
    /** It is agreed to, and applied by the queue. */
    202: decidedView.extend({ status_url: z.string() }),
  },
});

export const routes = [approve];
