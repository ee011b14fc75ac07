import * as z from 'zod';
import { defineRoute } from '#shared/http/route.ts';
import { siteTemplate } from '#shared/site-templates/site-template.ts';

// Templates are strict where they are read; a list shows only this much of each.
const summary = siteTemplate
  .pick({
    name: true,
    description: true,
    setup_minutes: true,
    complexity: true,
    recommended_staff: true,
    keywords: true,
    compliance: true,
  })
  .extend({ template_id: z.string(), version: z.string() })
  .strip();

export const listTemplates = defineRoute({
  method: 'GET',
  path: '/templates',
  summary: 'The industry templates',
  role: 'member',
  idempotency: 'none',
  responses: { 200: z.object({ items: z.array(summary), next_cursor: z.null() }) },
});

export const getTemplate = defineRoute({
  method: 'GET',
  path: '/templates/{template_id}',
  summary: 'One template, with all that it would create',
  role: 'member',
  idempotency: 'none',
  path_parameters: z.object({ template_id: z.string().regex(/^[a-z][a-z0-9_]{2,39}$/) }),
  responses: {
    200: siteTemplate.omit({ id: true }).extend({ template_id: z.string(), version: z.string() }),
  },
});

export const routes = [listTemplates, getTemplate];
