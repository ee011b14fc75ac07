import {
  MINUTES_PER_DAY,
  minutesOf,
  type OperatingHours,
  type SiteType,
} from '#shared/facility/values.ts';
import type { FilledSlots, ShiftPlan } from '#shared/slots/slot-values.ts';
import { isNight, minutesBetween, timeAt } from './day-clock.ts';
import { type ShiftPart, shiftNameOf } from './shift-names.ts';
import { SITE_TYPE_DEFAULTS } from './site-type-defaults.ts';

export interface SuggestedTeam {
  readonly staff_roles?: string[];
  readonly shifts?: ShiftPlan[];
}

/**
 * The roles and shifts a site like this usually has; a part is missing while its facts are.
 * @param language BCP 47, for the names of the shifts
 */
export function suggestTeam(slots: FilledSlots, language = 'en'): SuggestedTeam {
  const siteType = slots.site_type?.value;
  if (!siteType) return {};
  const staff_roles = [...SITE_TYPE_DEFAULTS[siteType].staffRoles];
  const needs = shiftNeedsOf(slots, language);
  return needs ? { staff_roles, shifts: suggestShifts(needs) } : { staff_roles };
}

export interface ShiftNeeds {
  readonly siteType: SiteType;
  readonly hours: OperatingHours;
  readonly users: number;
  /** BCP 47, of the names. @default English */
  readonly language?: string;
}

/** What shifts are planned from, as soon as all of it is known. */
export function shiftNeedsOf(slots: FilledSlots, language: string): ShiftNeeds | undefined {
  const siteType = slots.site_type?.value;
  const hours = slots.operating_hours?.value;
  const users = slots.expected_users?.value;
  return siteType && hours && users ? { siteType, hours, users, language } : undefined;
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
export function splitShifts(needs: ShiftNeeds, wanted: number): ShiftPlan[] {
  const count = Math.max(1, Math.min(wanted, needs.users));
  const minutes = openMinutes(needs.hours);
  const changes = Array.from({ length: count + 1 }, (_, index) =>
    changeOfShift(minutes, index / count),
  );
  return planOf(
    needs,
    changes.slice(0, -1).map((start, index) => ({ start, end: changes[index + 1] ?? minutes })),
  );
}

/**
 * Shifts of a wanted length, spread evenly from opening to closing: they overlap where together they are
 * longer than the day, and leave gaps where they are shorter.
 */
export function spreadShifts(needs: ShiftNeeds, wanted: number, minutesEach: number): ShiftPlan[] {
  const count = Math.max(1, Math.min(wanted, needs.users));
  const minutes = openMinutes(needs.hours);
  const last = needs.hours.around_the_clock
    ? (minutes * (count - 1)) / count
    : Math.max(0, minutes - minutesEach);
  const starts = Array.from({ length: count }, (_, index) =>
    changeOfShift(last, count === 1 ? 0 : index / (count - 1)),
  );
  return planOf(
    needs,
    starts.map((start) => ({ start, end: start + minutesEach })),
  );
}

/** How long a site is open, in minutes. */
export const openMinutes = (hours: OperatingHours): number =>
  hours.around_the_clock ? MINUTES_PER_DAY : minutesBetween(hours.open, hours.close);

interface Stretch {
  /** Minutes since opening. */
  readonly start: number;
  readonly end: number;
}

function planOf(
  { siteType, hours, users, language = 'en' }: ShiftNeeds,
  stretches: readonly Stretch[],
): ShiftPlan[] {
  const first = hours.around_the_clock ? SITE_TYPE_DEFAULTS[siteType].firstShift : hours.open;
  const at = (minutes: number) => timeAt(minutesOf(first) + minutes);
  const count = stretches.length;
  const shifts = stretches.map((stretch, index) => {
    const [start, end] = [at(stretch.start), at(stretch.end)];
    const people = Math.floor(users / count) + (index < users % count ? 1 : 0);
    return { name: shiftNameOf(shiftPartOf(start, end, count), language), start, end, people };
  });
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

/** @param count of how many shifts it is one */
export function shiftPartOf(start: string, end: string, count: number): ShiftPart {
  if (count === 1) return isNight(start, end) ? 'night' : 'day';
  if (isNight(start, end) && minutesOf(start) >= 12 * 60) return 'night';
  if (minutesOf(start) < 12 * 60) return minutesOf(start) < 4 * 60 ? 'night' : 'morning';
  return minutesOf(start) < 17 * 60 ? 'afternoon' : 'evening';
}
