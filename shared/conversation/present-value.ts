import { operatingHours } from '#shared/facility/values.ts';
import { withoutBidiControls } from '#shared/runtime/bidi.ts';
import type { ShiftPlan } from '#shared/slots/slot-values.ts';
import { INITIAL_SETUP_SLOTS, type SlotName } from '#shared/slots/slot-values.ts';
import { partialHours } from './partial-hours.ts';
import type { Wording } from './wording.ts';

/** A slot's value as a person reads it. Unknown shapes are shown as nothing rather than as code. */
export function presentValue(wording: Wording, slot: SlotName, value: unknown): string {
  switch (slot) {
    case 'site_type':
    case 'security_level':
    case 'urgency':
    case 'change_field':
    case 'area':
    case 'severity':
    case 'importance':
      return wording.say(`value.${slot}`, { value: String(value) });
    case 'operating_hours':
      return presentHours(wording, value);
    case 'staff_roles':
      return wording.list(INITIAL_SETUP_SLOTS.staff_roles.safeParse(value).data ?? []);
    case 'shifts':
      return presentShifts(wording, INITIAL_SETUP_SLOTS.shifts.safeParse(value).data ?? []);
    case 'time_zone':
      return presentZone(String(value));
    default:
      return withoutBidiControls(String(value));
  }
}

/** The tz database counts westwards; people say "UTC+3" for what it calls `Etc/GMT-3`. */
const presentZone = (zone: string): string =>
  zone.replace(/^Etc\/GMT([+-])/, (_all, sign) => `UTC${sign === '-' ? '+' : '-'}`);

export const presentShifts = (wording: Wording, shifts: readonly ShiftPlan[]): string =>
  wording.list(shifts.map((shift) => wording.say('value.shift', { ...shift })));

function presentHours(wording: Wording, value: unknown): string {
  const whole = operatingHours.safeParse(value).data;
  if (whole) {
    return wording.say('value.operating_hours', {
      ...whole,
      around_the_clock: String(whole.around_the_clock),
    });
  }
  const half = partialHours.safeParse(value).data ?? {};
  const side = half.open ? 'open' : 'close';
  return wording.say('value.half_hours', { side, time: half.open ?? half.close ?? '' });
}
