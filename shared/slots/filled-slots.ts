import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import {
  type FilledSlots,
  INITIAL_SETUP_SLOTS,
  type SlotName,
  type SlotValue,
  slotSource,
} from './slot-values.ts';

const filled = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, confidence: z.number().min(0).max(1), source: slotSource }).optional();

/** Slots as they are stored and shown: value, confidence and where the value was said. */
export const filledSlots = z.strictObject({
  urgency: filled(INITIAL_SETUP_SLOTS.urgency),
  site_type: filled(INITIAL_SETUP_SLOTS.site_type),
  site_name: filled(INITIAL_SETUP_SLOTS.site_name),
  expected_users: filled(INITIAL_SETUP_SLOTS.expected_users),
  operating_hours: filled(INITIAL_SETUP_SLOTS.operating_hours),
  time_zone: filled(INITIAL_SETUP_SLOTS.time_zone),
  security_level: filled(INITIAL_SETUP_SLOTS.security_level),
  staff_roles: filled(INITIAL_SETUP_SLOTS.staff_roles),
  shifts: filled(INITIAL_SETUP_SLOTS.shifts),
});

/** The value as the slot's schema accepts it, or undefined: nothing else ever fills a slot. */
export const parseSlotValue = (slot: SlotName, value: unknown): SlotValue | undefined =>
  INITIAL_SETUP_SLOTS[slot].safeParse(value).data;

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
