import {
  MINUTES_PER_DAY,
  minutesOf,
  type OperatingHours,
  type SiteType,
} from '#shared/facility/values.ts';
import type { FilledSlots, ShiftPlan } from '#shared/slots/slot-values.ts';
import { isNight, minutesBetween, timeAt } from './day-clock.ts';
import { SITE_TYPE_DEFAULTS } from './site-type-defaults.ts';

export interface SuggestedTeam {
  readonly staff_roles?: string[];
  readonly shifts?: ShiftPlan[];
}

/** The roles and shifts a site like this usually has; a part is missing while its facts are. */
export function suggestTeam(slots: FilledSlots): SuggestedTeam {
  const siteType = slots.site_type?.value;
  const hours = slots.operating_hours?.value;
  const users = slots.expected_users?.value;
  if (!siteType) return {};
  const staff_roles = [...SITE_TYPE_DEFAULTS[siteType].staffRoles];
  if (!hours || !users) return { staff_roles };
  return { staff_roles, shifts: suggestShifts({ siteType, hours, users }) };
}

export interface ShiftNeeds {
  readonly siteType: SiteType;
  readonly hours: OperatingHours;
  readonly users: number;
}

const LONGEST_DAY_SHIFT_MINUTES = 10 * 60;

/** Shifts of equal length that cover the opening hours without a gap; the people are split evenly. */
export function suggestShifts(needs: ShiftNeeds): ShiftPlan[] {
  const { siteType, hours } = needs;
  if (hours.around_the_clock)
    return splitShifts(needs, 24 / SITE_TYPE_DEFAULTS[siteType].shiftHours);
  const minutes = minutesBetween(hours.open, hours.close);
  return splitShifts(needs, Math.ceil(minutes / LONGEST_DAY_SHIFT_MINUTES));
}

/** The same in a wanted number of shifts; never more of them than there are people. */
export function splitShifts({ siteType, hours, users }: ShiftNeeds, wanted: number): ShiftPlan[] {
  if (hours.around_the_clock) {
    return split(SITE_TYPE_DEFAULTS[siteType].firstShift, MINUTES_PER_DAY, wanted, users);
  }
  return split(hours.open, minutesBetween(hours.open, hours.close), wanted, users);
}

function split(first: string, minutes: number, wanted: number, users: number): ShiftPlan[] {
  const count = Math.max(1, Math.min(wanted, users));
  const changeAt = (index: number) => minutesOf(first) + changeOfShift(minutes, index / count);
  const shifts = Array.from({ length: count }, (_, index) => ({
    name: shiftName(timeAt(changeAt(index)), timeAt(changeAt(index + 1)), count),
    start: timeAt(changeAt(index)),
    end: timeAt(changeAt(index + 1)),
    people: Math.floor(users / count) + (index < users % count ? 1 : 0),
  }));
  return shifts.map((shift, index) => ({ ...shift, name: uniqueName(shifts, index) }));
}

/** Two shifts of the same part of the day are "Night" and "Night 2". */
function uniqueName(shifts: readonly ShiftPlan[], index: number): string {
  const name = shifts[index]?.name ?? '';
  const before = shifts.slice(0, index).filter((shift) => shift.name === name).length;
  return before === 0 ? name : `${name} ${before + 1}`;
}

/** Shifts change on half hours; the two ends stay where the site opens and closes. */
const changeOfShift = (minutes: number, share: number): number =>
  share === 1 ? minutes : Math.round((minutes * share) / 30) * 30;

function shiftName(start: string, end: string, count: number): string {
  if (count === 1) return isNight(start, end) ? 'Night' : 'Day';
  if (isNight(start, end) && minutesOf(start) >= 12 * 60) return 'Night';
  if (minutesOf(start) < 12 * 60) return minutesOf(start) < 4 * 60 ? 'Night' : 'Morning';
  return minutesOf(start) < 17 * 60 ? 'Afternoon' : 'Evening';
}
