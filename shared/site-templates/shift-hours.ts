import { MINUTES_PER_DAY, minutesOf, type OperatingHours } from '#shared/facility/values.ts';

interface Span {
  readonly start: string;
  readonly end: string;
}

interface StaffedSpan extends Span {
  readonly people: number;
}

/** A night shift works at some minute from midnight to five. */
export const isNightShift = (shift: Span): boolean => minutesIn(shift).some((at) => at < 5 * 60);

/** The most people at work in any minute of the day. */
export const peakPeople = (shifts: readonly StaffedSpan[]): number =>
  Math.max(...peoplePerMinute(shifts));

/** The parts of the opening hours in which no shift works, as `HH:MM` spans, earliest first. */
export function uncoveredHours(hours: OperatingHours, shifts: readonly StaffedSpan[]): Span[] {
  const people = peoplePerMinute(shifts);
  const open = minutesIn({ start: hours.open, end: hours.close });
  return spansOf(open.filter((minute) => people[minute] === 0));
}

function peoplePerMinute(shifts: readonly StaffedSpan[]): number[] {
  const people = new Array<number>(MINUTES_PER_DAY).fill(0);
  for (const shift of shifts) {
    for (const minute of minutesIn(shift)) people[minute] = (people[minute] ?? 0) + shift.people;
  }
  return people;
}

/** The minutes of the day in a span; equal ends are the whole day, an end before the start is tomorrow's. */
function minutesIn({ start, end }: Span): number[] {
  const first = minutesOf(start);
  const length = (minutesOf(end) - first + MINUTES_PER_DAY) % MINUTES_PER_DAY || MINUTES_PER_DAY;
  return Array.from({ length }, (_, offset) => (first + offset) % MINUTES_PER_DAY);
}

function spansOf(minutes: readonly number[]): Span[] {
  const follows = (minute: number, index: number) =>
    minutes[index - 1] === (minute + MINUTES_PER_DAY - 1) % MINUTES_PER_DAY;
  const starts = minutes.filter((minute, index) => !follows(minute, index));
  const ends = minutes.filter((_, index) => !follows(minutes[index + 1] ?? -1, index + 1));
  return starts.map((start, index) => ({
    start: timeOf(start),
    end: timeOf(((ends[index] ?? start) + 1) % MINUTES_PER_DAY),
  }));
}

const timeOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
