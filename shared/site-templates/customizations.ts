import * as z from 'zod';
import { staffRoleCode, timeOfDay } from '#shared/facility/values.ts';
import { RESOURCE_SCHEMAS } from '#shared/resources/resource.ts';

const site = RESOURCE_SCHEMAS.site.shape;
const shift = RESOURCE_SCHEMAS.shift.shape;
const security = RESOURCE_SCHEMAS.security_policy;

/** Fields of the site that replace the template's; its hours, controls and distance among them. */
const siteChanges = z.strictObject({
  name: site.name.optional(),
  code: site.code.optional(),
  time_zone: site.time_zone.optional(),
  open: timeOfDay.optional(),
  close: timeOfDay.optional(),
  around_the_clock: z.boolean().optional(),
  expected_users: site.expected_users.optional(),
  guards: site.guards,
  admins: site.admins,
  devices: site.devices,
  permit_required: site.permit_required,
  permitted_distance_meters: security.shape.permitted_distance_meters.optional(),
  controls: security
    .pick({ gps: true, inactivity_alarm: true, device_events: true, site_audit: true })
    .partial()
    .optional(),
});
export type SiteChanges = z.infer<typeof siteChanges>;

/** Changes the shift of this name, adds it (then start, end and people are needed), or removes it. */
const shiftChange = z
  .strictObject({
    name: shift.name,
    start: timeOfDay.optional(),
    end: timeOfDay.optional(),
    people: shift.people.optional(),
    check_minutes: shift.check_minutes,
    remove: z.boolean().optional(),
  })
  .refine(saysOneThing, 'must name nothing but its key when it removes');
export type ShiftChange = z.infer<typeof shiftChange>;

/** Renames the role of this code, adds it, or removes it. */
const staffRoleChange = z
  .strictObject({
    code: staffRoleCode,
    name: RESOURCE_SCHEMAS.staff_role.shape.name.optional(),
    remove: z.boolean().optional(),
  })
  .refine(saysOneThing, 'must name nothing but its key when it removes');
export type StaffRoleChange = z.infer<typeof staffRoleChange>;

/** What a tenant wants otherwise than the template has it (wire shape). */
export const customizations = z.strictObject({
  site: siteChanges.default({}),
  shifts: z.array(shiftChange).max(500).default([]),
  staff_roles: z.array(staffRoleChange).max(50).default([]),
});
export type Customizations = z.infer<typeof customizations>;

/** An entry with `remove` that also sets values contradicts itself: its key is all it may hold. */
function saysOneThing(change: { readonly remove?: boolean | undefined }): boolean {
  return !change.remove || Object.keys(change).length === 2;
}
