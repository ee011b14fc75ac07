import { MINUTES_PER_DAY, minutesOf, type OperatingHours } from '#shared/facility/values.ts';
import type { ResourceData, ResourceDraft } from '#shared/resources/resource.ts';
import type { CheckInput } from './check-input.ts';
import { isNight, minutesBetween, timeAt } from './day-clock.ts';
import type { Finding } from './finding.ts';

/** Shifts cover the opening hours, stay near them, and do not need more people than there are. */
export function checkShifts({ drafts }: CheckInput): Finding[] {
  const site = drafts.find((draft) => draft.kind === 'site');
  const shifts = drafts.flatMap((draft, index) => shiftAt(draft, index));
  if (site?.kind !== 'site' || shifts.length === 0) return [];
  const { operating_hours, expected_users } = site.data;
  return [
    ...coverage(shifts, operating_hours),
    ...shifts.flatMap((shift) => outside(shift, operating_hours)),
    ...shifts.flatMap(nightFlag),
    ...tooManyPeople(shifts, expected_users),
  ];
}

interface IndexedShift extends ResourceData<'shift'> {
  readonly index: number;
}

const shiftAt = (draft: ResourceDraft, index: number): IndexedShift[] =>
  draft.kind === 'shift' ? [{ ...draft.data, index }] : [];

/** One cell per minute of the day: simple, exact, and a shift may pass midnight. */
function minutesCovered(spans: readonly { start: string; end: string }[]): Uint8Array {
  const covered = new Uint8Array(MINUTES_PER_DAY);
  for (const { start, end } of spans) {
    for (let offset = 0; offset < minutesBetween(start, end); offset += 1) {
      covered[(minutesOf(start) + offset) % MINUTES_PER_DAY] = 1;
    }
  }
  return covered;
}

const openSpan = ({ open, close }: OperatingHours) => ({ start: open, end: close });

function coverage(shifts: readonly IndexedShift[], hours: OperatingHours): Finding[] {
  const covered = minutesCovered(shifts);
  const gap = minutesCovered([openSpan(hours)]).findIndex(
    (open, minute) => open > 0 && !covered[minute],
  );
  if (gap < 0) return [];
  return [finding('hours_not_covered', '', `Nobody is on shift at ${timeAt(gap)}`)];
}

/** Opening up and closing down take time; a night watch may work outside the hours. */
const ALLOWANCE_MINUTES = 60;

function outside(shift: IndexedShift, hours: OperatingHours): Finding[] {
  if (hours.around_the_clock || isNight(shift.start, shift.end)) return [];
  const worked = minutesCovered([shift]);
  const open = minutesCovered([openSpan(hours)]);
  const strayMinutes = worked.filter((works, minute) => works > 0 && !open[minute]).length;
  if (strayMinutes <= 2 * ALLOWANCE_MINUTES) return [];
  const detail = `${shift.name} works ${strayMinutes} minutes while the site is closed`;
  return [finding('shift_outside_hours', `/${shift.index}`, detail)];
}

function nightFlag(shift: IndexedShift): Finding[] {
  if (shift.night === undefined || shift.night === isNight(shift.start, shift.end)) return [];
  const detail = `${shift.start} to ${shift.end} is ${shift.night ? 'not a' : 'a'} night shift`;
  return [finding('night_flag_wrong', `/${shift.index}/night`, detail)];
}

function tooManyPeople(shifts: readonly IndexedShift[], users: number): Finding[] {
  const people = shifts.reduce((sum, shift) => sum + shift.people, 0);
  // Fewer people than shifts: somebody works twice, and that is no mistake.
  if (people <= Math.max(users, shifts.length)) return [];
  return [finding('people_exceed_users', '', `${people} people on shift, ${users} users expected`)];
}

const finding = (code: Finding['code'], pointer: string, detail: string): Finding => ({
  code,
  entityType: 'shift',
  pointer,
  detail,
});
