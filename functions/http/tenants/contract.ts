import * as z from 'zod';
import { visibleText } from '#shared/facility/values.ts';
import { defineRoute } from '#shared/http/route.ts';
import { TENANT_PATTERN } from '#shared/runtime/tenant.ts';
import { person, TENANT_ROLES } from '#shared/tenants/person.ts';
import { settings, settingsChange } from '#shared/tenants/settings.ts';

const personView = person.omit({ version: true });
const settingsView = settings.extend({
  version: z.int(),
  /** Version of the approval policy: moves only where that becomes another. */
  policy_version: z.int(),
});
const text = visibleText(100);

export const listPeopleRoute = defineRoute({
  method: 'GET',
  path: '/people',
  summary: "The tenant's people and what they may do",
  role: 'admin',
  idempotency: 'none',
  responses: { 200: z.object({ items: z.array(personView), next_cursor: z.null() }) },
});

export const changePersonRoute = defineRoute({
  method: 'PUT',
  path: '/people',
  summary: "Invite a person, or set a person's roles",
  role: 'admin',
  idempotency: 'optional',
  body: z
    .object({
      user_id: z.string().min(1).max(128).optional(),
      email: z.email().max(254).optional(),
      name: text.optional(),
      roles: z.array(z.enum(TENANT_ROLES)).max(TENANT_ROLES.length).optional(),
      language: z.string().min(2).max(10).optional(),
      active: z.boolean().optional(),
    })
    .refine(({ user_id, email }) => user_id !== undefined || email !== undefined, {
      message: 'name the person by user_id, or invite somebody by email',
    }),
  responses: { 200: personView },
});

export const getSettings = defineRoute({
  method: 'GET',
  path: '/settings',
  summary: "The tenant's settings",
  role: 'admin',
  idempotency: 'none',
  responses: { 200: settingsView },
});

export const putSettingsRoute = defineRoute({
  method: 'PUT',
  path: '/settings',
  summary: 'Replace the parts of the settings that are given',
  role: 'admin',
  idempotency: 'optional',
  body: settingsChange,
  responses: { 200: settingsView },
});

export const createTenantRoute = defineRoute({
  method: 'POST',
  path: '/tenants',
  summary: 'Set a tenant up, with its first admin',
  role: 'operator',
  idempotency: 'optional',
  body: z.object({
    tenant_id: z.string().regex(TENANT_PATTERN, 'must be lower-case letters, digits and hyphens'),
    name: text,
    admin_email: z.email().max(254),
  }),
  responses: {
    201: z.object({ tenant_id: z.string(), name: z.string(), admin_email: z.string() }),
  },
});

export const routes = [
  listPeopleRoute,
  changePersonRoute,
  getSettings,
  putSettingsRoute,
  createTenantRoute,
];
