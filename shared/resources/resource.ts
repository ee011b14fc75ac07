import * as z from 'zod';
import {
  operatingHours,
  securityLevel,
  siteCode,
  siteType,
  staffRoleCode,
  timeOfDay,
  timeZone,
  visibleText,
} from '#shared/facility/values.ts';

const name = visibleText(100);
const people = z.int().min(1).max(1000);

const site = z.strictObject({
  code: siteCode,
  name,
  site_type: siteType,
  time_zone: timeZone,
  operating_hours: operatingHours,
  expected_users: people,
  guards: z.int().min(0).max(1000).optional(),
  admins: z.int().min(0).max(1000).optional(),
  devices: z.int().min(0).max(10_000).optional(),
  permit_required: z.boolean().optional(),
});

const shift = z.strictObject({
  site_code: siteCode,
  name,
  start: timeOfDay,
  end: timeOfDay,
  people,
  /** Minutes between attendance checks. */
  check_minutes: z.int().min(1).max(1440).optional(),
  night: z.boolean().optional(),
});

const staffRole = z.strictObject({ site_code: siteCode, code: staffRoleCode, name });

const securityPolicy = z.strictObject({
  site_code: siteCode,
  level: securityLevel,
  gps: z.boolean(),
  inactivity_alarm: z.boolean(),
  device_events: z.boolean(),
  site_audit: z.boolean(),
  /** How far from the site a person may be; null where distance is not checked. */
  permitted_distance_meters: z.int().min(10).max(1000).nullable(),
});

const user = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  name,
  role: z.string().min(1).max(40),
  phone: z.string().max(40).optional(),
  department: z.string().max(100).optional(),
});

const device = z.strictObject({
  imei: z.string().regex(/^\d{15}$/, 'must be 15 digits'),
  name,
  model: z.string().max(100),
  /** E-mail address of the user who has it. */
  assigned_user: z.email().max(254).toLowerCase().optional(),
  site_code: siteCode.optional(),
});

/** What a tenant's configuration is made of: one schema per kind, wire shapes. */
export const RESOURCE_SCHEMAS = {
  site,
  shift,
  staff_role: staffRole,
  security_policy: securityPolicy,
  user,
  device,
} as const;

export type ResourceKind = keyof typeof RESOURCE_SCHEMAS;
export const RESOURCE_KINDS = [
  'site',
  'shift',
  'staff_role',
  'security_policy',
  'user',
  'device',
] as const satisfies readonly ResourceKind[];
export const resourceKind = z.enum(RESOURCE_KINDS);

export type ResourceData<K extends ResourceKind = ResourceKind> = z.infer<
  (typeof RESOURCE_SCHEMAS)[K]
>;

/** A proposed piece of configuration: its kind and its data. */
export type ResourceDraft = {
  [K in ResourceKind]: { readonly kind: K; readonly data: ResourceData<K> };
}[ResourceKind];
