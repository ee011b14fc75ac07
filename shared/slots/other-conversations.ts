import * as z from 'zod';
import { siteCode, visibleText } from '#shared/facility/values.ts';

/** What a `config_update` can change of a site. */
const changeableField = z.enum([
  'expected_users',
  'operating_hours',
  'security_level',
  'time_zone',
  'shift_people',
]);

/** What a `config_update` needs besides the new value, which is a slot of `initial_setup` where it can be. */
export const CONFIG_UPDATE_SLOTS = {
  /** Code of a site that exists; people say its name, too. */
  target_site: siteCode,
  change_field: changeableField,
  shift_name: visibleText(100),
  shift_people: z.int().min(1).max(1000),
} as const;

export const TROUBLESHOOTING_SLOTS = {
  area: z.enum(['sign_in', 'devices', 'shifts', 'notifications', 'documents', 'other']),
  symptom: z.string().trim().min(3).max(2000),
  since_when: visibleText(200),
  severity: z.enum(['low', 'medium', 'high', 'critical']),
} as const;

export const FEATURE_REQUEST_SLOTS = {
  request_title: z.string().trim().min(3).max(200),
  request_description: z.string().trim().min(3).max(2000),
  importance: z.enum(['low', 'medium', 'high']),
  affected_users: z.int().min(1).max(1_000_000),
} as const;
