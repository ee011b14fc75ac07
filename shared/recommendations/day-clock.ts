import { MINUTES_PER_DAY, minutesOf } from '#shared/facility/values.ts';

/** Minutes from one time of day to the next occurrence of another: 22:00 to 06:00 is 480, a whole day 1440. */
export function minutesBetween(from: string, to: string): number {
  const gap = (minutesOf(to) - minutesOf(from) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return gap === 0 ? MINUTES_PER_DAY : gap;
}

/** `HH:MM` of a minute count that may pass midnight. */
export function timeAt(minutes: number): string {
  const inDay = minutes % MINUTES_PER_DAY;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
}

const NIGHT = { start: 22 * 60, end: 4 * 60 } as const;

/** Works through the small hours: open at 01:00, when hardly anybody plans a day shift. */
export function isNight(start: string, end: string): boolean {
  const from = minutesOf(start);
  const deepNight = from < NIGHT.end ? 60 : 60 + MINUTES_PER_DAY;
  return from <= deepNight && from + minutesBetween(start, end) > deepNight;
}
