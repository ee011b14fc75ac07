import { operatingHours } from '#shared/facility/values.ts';
import type { ShiftPlan } from '#shared/slots/slot-values.ts';
import { INITIAL_SETUP_SLOTS, type SlotName } from '#shared/slots/slot-values.ts';
import { listOf, say } from './messages.ts';
import { partialHours } from './partial-hours.ts';

/** A slot's value as a person reads it. Unknown shapes are shown as nothing rather than as code. */
export function presentValue(language: string, slot: SlotName, value: unknown): string {
  switch (slot) {
    case 'site_type':
    case 'security_level':
    case 'urgency':
      return say(language, `value.${slot}`, { value: String(value) });
    case 'operating_hours':
      return presentHours(language, value);
    case 'staff_roles':
      return listOf(language, INITIAL_SETUP_SLOTS.staff_roles.safeParse(value).data ?? []);
    case 'shifts':
      return presentShifts(language, INITIAL_SETUP_SLOTS.shifts.safeParse(value).data ?? []);
    default:
      return String(value);
  }
}

export const presentShifts = (language: string, shifts: readonly ShiftPlan[]): string =>
  listOf(
    language,
    shifts.map((shift) => say(language, 'value.shift', { ...shift })),
  );

function presentHours(language: string, value: unknown): string {
  const whole = operatingHours.safeParse(value).data;
  if (whole) {
    return say(language, 'value.operating_hours', {
      ...whole,
      around_the_clock: String(whole.around_the_clock),
    });
  }
  const half = partialHours.safeParse(value).data ?? {};
  const side = half.open ? 'open' : 'close';
  return say(language, 'value.half_hours', { side, time: half.open ?? half.close ?? '' });
}
