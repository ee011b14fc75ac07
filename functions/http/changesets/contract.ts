import * as z from 'zod';
import { inboxItem } from '#shared/approvals/inbox.ts';
import { changesetView } from '#shared/approvals/present.ts';
import { pageOf, pageQuery } from '#shared/http/cursor.ts';
import { defineRoute } from '#shared/http/route.ts';
import { listChanges } from './changes-contract.ts';
import { resourceRoutes } from './resource-contract.ts';
import { changesetId, revisionRoutes } from './revision-contract.ts';

/** Older than anything can be. */
const MAX_AGE_SECONDS = 100 * 366 * 86_400;
const score = z.coerce.number().min(0).max(1);
const seconds = z.coerce.number().int().min(0).max(MAX_AGE_SECONDS);

export const listChangesetsRoute = defineRoute({
  method: 'GET',
  path: '/changesets',
  summary: "The tenant's changesets, newest first",
  role: 'approver',
  idempotency: 'none',
  query: pageQuery,
  responses: { 200: pageOf(changesetView) },
});

export const getChangeset = defineRoute({
  method: 'GET',
  path: '/changesets/{changeset_id}',
  summary: 'One changeset',
  role: 'approver',
  idempotency: 'none',
  path_parameters: z.object({ changeset_id: changesetId }),
  responses: { 200: changesetView },
});

export const withdrawRoute = defineRoute({
  method: 'POST',
  path: '/changesets/{changeset_id}/withdraw',
  summary: 'Take back what you asked for, before it is decided',
  role: 'approver',
  idempotency: 'optional',
  path_parameters: z.object({ changeset_id: changesetId }),
  responses: { 200: changesetView },
});

export const inbox = defineRoute({
  method: 'GET',
  path: '/approvals',
  summary: "What waits for the tenant's approvers, or what you have decided about",
  role: 'approver',
  idempotency: 'none',
  query: pageQuery.extend({
    /** What waits for you, what waits for anybody, or what you have decided about. */
    filter: z.enum(['mine', 'all', 'decided']).default('all'),
    kind: z.enum(['draft', 'changeset']).optional(),
    min_risk: score.default(0),
    max_risk: score.default(1),
    min_age_seconds: seconds.default(0),
    max_age_seconds: seconds.default(MAX_AGE_SECONDS),
  }),
  responses: { 200: pageOf(inboxItem) },
});

export const routes = [
  listChangesetsRoute,
  getChangeset,
  withdrawRoute,
  inbox,
  listChanges,
  ...resourceRoutes,
  ...revisionRoutes,
];
