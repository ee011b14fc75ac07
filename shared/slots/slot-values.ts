import * as z from 'zod';
import {
  operatingHours,
  securityLevel,
  siteType,
  staffRoleCode,
  timeOfDay,
  timeZone,
} from '#shared/facility/values.ts';
import {
  CONFIG_UPDATE_SLOTS,
  FEATURE_REQUEST_SLOTS,
  TROUBLESHOOTING_SLOTS,
} from './other-conversations.ts';
import { properName } from './proper-name.ts';

const shiftPlan = z.strictObject({
  name: properName(100),
  start: timeOfDay,
  end: timeOfDay,
  people: z.int().min(1).max(1000),
});
export type ShiftPlan = z.infer<typeof shiftPlan>;

/** The facts of an `initial_setup`, each with the only values it accepts (wire shapes). */
export const INITIAL_SETUP_SLOTS = {
  urgency: z.enum(['today', 'week', 'month', 'none']),
  site_type: siteType,
  site_name: properName(100),
  expected_users: z.int().min(1).max(1000),
  operating_hours: operatingHours,
  time_zone: timeZone,
  security_level: securityLevel,
  staff_roles: z.array(staffRoleCode).min(1).max(20),
  shifts: z.array(shiftPlan).min(1).max(20),
} as const;

/** The facts of every type of conversation. */
export const SLOTS = {
  ...INITIAL_SETUP_SLOTS,
  ...CONFIG_UPDATE_SLOTS,
  ...TROUBLESHOOTING_SLOTS,
  ...FEATURE_REQUEST_SLOTS,
} as const;

export type SlotName = keyof typeof SLOTS;
export type SlotValue<N extends SlotName = SlotName> = z.infer<(typeof SLOTS)[N]>;

/** Where a value came from: the turn and the UTF-16 span of its text; null when it was derived. */
export const slotSource = z
  .strictObject({
    turn: z.int().min(0),
    text: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
  })
  .nullable();

interface SlotFill<N extends SlotName = SlotName> {
  readonly value: SlotValue<N>;
  readonly confidence: number;
  readonly source: z.infer<typeof slotSource>;
}

export type FilledSlots = { readonly [N in SlotName]?: SlotFill<N> };
