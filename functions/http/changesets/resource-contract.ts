import * as z from 'zod';
import { siteCode } from '#shared/facility/values.ts';
import { pageOf, pageQuery } from '#shared/http/cursor.ts';
import { defineRoute } from '#shared/http/route.ts';
import { resourceKind } from '#shared/resources/resource.ts';
import { historyEntry } from '#shared/resources/resource-history.ts';
import { resource } from '#shared/resources/resource-store.ts';

export const listResources = defineRoute({
  method: 'GET',
  path: '/resources',
  summary: 'The applied configuration, one kind at a time',
  role: 'member',
  idempotency: 'none',
  query: pageQuery.extend({
    kind: resourceKind.default('site'),
    /** Only what belongs to this site. */
    site: siteCode.optional(),
    /** Of the resource itself, on any site unless one is given. */
    code: z
      .string()
      .min(1)
      .max(254)
      .optional()
      .describe(
        'only what has this code itself, on any site unless one is given: the code of a site (also of its policy) or role, the name of a shift or the slug of it in its id, the address of a user, the IMEI of a device',
      ),
  }),
  responses: { 200: pageOf(resource) },
});

const history = {
  method: 'GET',
  summary: 'What became of a resource, newest first: who, when, by which changeset, and how',
  role: 'member',
  idempotency: 'none',
  query: pageQuery,
  responses: { 200: pageOf(historyEntry) },
} as const;

const idOf = (rest: string) =>
  z.string().regex(new RegExp(`^(${resourceKind.options.join('|')}):${rest}$`, 'u'));

export const resourceHistory = defineRoute({
  ...history,
  path: '/resources/{resource_id}/history',
  path_parameters: z.object({ resource_id: idOf('[^#]{1,254}') }),
});

/** Ids of what is on a site hold a slash, which the gateway reads as one also where it is encoded. */
export const resourceOnSiteHistory = defineRoute({
  ...history,
  path: '/resources/{site_id}/{name}/history',
  path_parameters: z.object({
    site_id: idOf('[A-Z0-9]{3,20}'),
    name: z.string().regex(/^[^#/]{1,254}$/),
  }),
});

export const resourceRoutes = [listResources, resourceHistory, resourceOnSiteHistory];
