import * as z from 'zod';
import { changesetStatus } from '#shared/changesets/changeset.ts';
import { defineRoute } from '#shared/http/route.ts';

const path_parameters = z.object({ token: z.string().regex(/^[A-Za-z0-9._-]{1,2048}$/) });

/** What a link stands for, and what came of it. */
const decisionLinkView = z.object({
  decision: z.enum(['approve', 'reject']),
  person: z.string(),
  changeset_id: z.string(),
  title: z.string(),
  requester: z.string(),
  status: changesetStatus,
  revision: z.int(),
  revision_hash: z.string(),
  risk_score: z.number(),
  /** What made the score, of all changes: sites that would go are named. */
  risk_reasons: z.array(z.string()),
  changes_total: z.int(),
  /** One line per change with its values, the gravest first, a hundred at most. */
  summary: z.array(z.string()),
  /** On which others have approved already. */
  conditions: z.array(z.object({ person: z.string(), conditions: z.string() })),
  /** Whether deciding is still possible with this link, and if not, why. */
  can_decide: z.boolean(),
  reason: z.string().nullable(),
});
export type DecisionLinkView = z.input<typeof decisionLinkView>;

export const showDecision = defineRoute({
  method: 'GET',
  path: '/decisions/{token}',
  summary: 'What a link from a mail would decide; looking decides nothing',
  role: 'public',
  idempotency: 'none',
  path_parameters,
  responses: { 200: decisionLinkView },
});

export const decideByLink = defineRoute({
  method: 'POST',
  path: '/decisions/{token}',
  summary: 'Decide by a link from a mail, once',
  role: 'public',
  idempotency: 'optional',
  path_parameters,
  body: z.object({
    reason: z.string().max(2000).default(''),
    conditions: z.string().max(2000).default(''),
  }),
  responses: { 200: decisionLinkView },
});
