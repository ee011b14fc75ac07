import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import {
  type FilledSlots,
  SLOTS,
  type SlotName,
  type SlotValue,
  slotSource,
} from './slot-values.ts';

const filled = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, confidence: z.number().min(0).max(1), source: slotSource }).optional();

/** Slots as they are stored and shown: value, confidence and where the value was said. */
export const filledSlots = z.strictObject({
  urgency: filled(SLOTS.urgency),
  site_type: filled(SLOTS.site_type),
  site_name: filled(SLOTS.site_name),
  expected_users: filled(SLOTS.expected_users),
  operating_hours: filled(SLOTS.operating_hours),
  time_zone: filled(SLOTS.time_zone),
  security_level: filled(SLOTS.security_level),
  staff_roles: filled(SLOTS.staff_roles),
  shifts: filled(SLOTS.shifts),
  target_site: filled(SLOTS.target_site),
  change_field: filled(SLOTS.change_field),
  shift_name: filled(SLOTS.shift_name),
  shift_people: filled(SLOTS.shift_people),
  area: filled(SLOTS.area),
  symptom: filled(SLOTS.symptom),
  since_when: filled(SLOTS.since_when),
  severity: filled(SLOTS.severity),
  request_title: filled(SLOTS.request_title),
  request_description: filled(SLOTS.request_description),
  importance: filled(SLOTS.importance),
  affected_users: filled(SLOTS.affected_users),
});

/** The value as the slot's schema accepts it, or undefined: nothing else ever fills a slot. */
export const parseSlotValue = (slot: SlotName, value: unknown): SlotValue | undefined =>
  SLOTS[slot].safeParse(value).data;

/** The slots with one more fill. @throws ZodError for a value its slot does not accept. */
export const withSlot = (slots: FilledSlots, slot: SlotName, fill: UncheckedFill): FilledSlots =>
  filledSlots.parse({ ...slots, [slot]: fill });

export interface UncheckedFill {
  readonly value: unknown;
  readonly confidence: number;
  readonly source: z.infer<typeof slotSource>;
}

/** Structural equality: hours, roles and shifts are objects and lists. */
export const sameValue = (left: unknown, right: unknown): boolean => isDeepStrictEqual(left, right);
