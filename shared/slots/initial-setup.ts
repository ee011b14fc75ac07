import { SLOTS, type SlotName } from './slot-values.ts';

/** The order in which an `initial_setup` asks. The last two are suggested first and asked as one offer. */
export const INITIAL_SETUP_ORDER = [
  'site_type',
  'site_name',
  'expected_users',
  'operating_hours',
  'time_zone',
  'security_level',
  'urgency',
  'staff_roles',
  'shifts',
] as const satisfies readonly SlotName[];

/** Without these there is nothing to draft. */
export const REQUIRED_SLOTS = [
  'site_type',
  'site_name',
  'expected_users',
  'operating_hours',
  'time_zone',
  'security_level',
] as const satisfies readonly SlotName[];

/** Derived from the other answers and offered for change, never asked from nothing. */
export const SUGGESTED_SLOTS = ['staff_roles', 'shifts'] as const satisfies readonly SlotName[];

/** The slots of every type of conversation. */
export const SLOT_NAMES = [
  ...INITIAL_SETUP_ORDER,
  'target_site',
  'change_field',
  'shift_name',
  'shift_people',
  'area',
  'symptom',
  'since_when',
  'severity',
  'request_title',
  'request_description',
  'importance',
  'affected_users',
] as const satisfies readonly SlotName[];

/** Narrows a key from outside (client context, a stored item, a model) to a slot we know. */
export const isSlotName = (name: string): name is SlotName => Object.hasOwn(SLOTS, name);
