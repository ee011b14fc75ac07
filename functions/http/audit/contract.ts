import * as z from 'zod';
import { auditView } from '#shared/audit/chain.ts';
import { finding } from '#shared/audit/finding.ts';
import { pageOf, pageQuery } from '#shared/http/cursor.ts';
import { defineRoute } from '#shared/http/route.ts';

const instant = z.iso.datetime({ offset: true });

export const listAuditRoute = defineRoute({
  method: 'GET',
  path: '/audit',
  summary:
    'Who did what, newest first; what is not in the chain yet has no sequence. By actor (id or e-mail address), action (or family of them, such as approval), target, from (on) and (before) to: a page passes over at most 1,000 records that do not fit, so it may hold less than its limit and yet have a next_cursor',
  role: 'admin',
  idempotency: 'none',
  query: pageQuery.extend({
    /** Id or e-mail address of who did it. */
    actor: z.string().max(320).optional(),
    /** `approval.granted`, or the family `approval`. */
    action: z.string().max(100).optional(),
    target: z.string().max(512).optional(),
    /** From this time on. */
    from: instant.optional(),
    /** Before this time. */
    to: instant.optional(),
  }),
  responses: { 200: pageOf(auditView) },
});

export const exportAuditRoute = defineRoute({
  method: 'GET',
  path: '/audit/export',
  summary: 'The whole trail as JSON lines, oldest first; a Link header leads to the next part',
  role: 'admin',
  idempotency: 'none',
  query: z.object({
    /** Only records behind this one. */
    after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  }),
  responses: { 200: z.string() },
  content_type: 'application/x-ndjson',
});

export const verifyAuditRoute = defineRoute({
  method: 'POST',
  path: '/audit/verify',
  summary: 'Holds the chain against itself and its anchors, and names the first bad record',
  role: 'admin',
  idempotency: 'none',
  body: z.object({
    /** `next_cursor` of the part before. */
    cursor: z.string().max(2048).optional(),
  }),
  responses: {
    200: z.object({
      /** Whether nothing bad was found so far. */
      valid: z.boolean(),
      /** False where a long chain goes on: call again with the cursor. */
      complete: z.boolean(),
      /** Sequence of the last record that is good. */
      verified_through: z.int(),
      /** Anchors that this part of the chain was held against. */
      anchors_held: z.int(),
      first_bad: finding.nullable(),
      next_cursor: z.string().nullable(),
    }),
  },
});

export const routes = [listAuditRoute, exportAuditRoute, verifyAuditRoute];
