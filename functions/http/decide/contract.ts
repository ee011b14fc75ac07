import * as z from 'zod';
import { conditionView } from '#shared/approvals/present-decisions.ts';
import { changesetStatus, namedRevision } from '#shared/changesets/changeset.ts';
import { defineRoute } from '#shared/http/route.ts';
import { decideByLink, showDecision } from './link-contract.ts';

const decided = z.object({
  decision: z.enum(['approve', 'reject', 'escalate']),
  approval_id: z.string(),
  changeset_id: z.string(),
  changeset_status: changesetStatus,
  changeset_applied: z.boolean(),
  revision: z.int(),
  revision_hash: z.string(),
  approval_status: z.object({
    required: z.int(),
    approved: z.int(),
    rejected: z.int(),
    pending: z.int(),
  }),
  /** On which this person and those before have approved. */
  conditions: z.array(conditionView),
});

export const decide = defineRoute({
  method: 'POST',
  path: '/approvals/{approval_id}/decide',
  summary: 'Decide about a changeset',
  role: 'approver',
  idempotency: 'required',
  path_parameters: z.object({ approval_id: z.string().regex(/^[A-Za-z0-9.~-]{1,128}$/) }),
  body: z
    .object({
      decision: z.enum(['approve', 'reject', 'escalate']),
      reason: z.string().max(2000).optional(),
      conditions: z.string().max(2000).optional(),
      /** New values by id of the resource, with an approval only. */
      modifications: z.record(z.string(), z.record(z.string(), z.json())).default({}),
      revision_hash: namedRevision.optional(),
    })
    .refine(
      ({ decision, modifications }) =>
        decision === 'approve' || Object.keys(modifications).length === 0,
      { message: 'go with an approval only', path: ['modifications'] },
    ),
  responses: {
    200: decided,
    /** It is agreed to, and applied by the queue. */
    202: decided.extend({ status_url: z.string() }),
  },
});

export const routes = [decide, showDecision, decideByLink];
