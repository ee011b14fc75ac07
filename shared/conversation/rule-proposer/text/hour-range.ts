import { MINUTES_PER_DAY, minutesOf } from '#shared/facility/values.ts';
import { timeAt } from '#shared/recommendations/day-clock.ts';
import type { TimeRead } from './reading.ts';

export interface HourRange {
  readonly open: string;
  readonly close: string;
}

const HALF_DAY = MINUTES_PER_DAY / 2;
const SHORTEST_DAY_MINUTES = 4 * 60;

/**
 * Two times as opening hours. "9 to 5" closes in the afternoon, "1 to 5pm" opens there, "7 to 19" and
 * "22:00 to 6:00" are what they say. Null for two equal times on the 24-hour clock.
 */
export function rangeOf(from: TimeRead, to: TimeRead): HourRange | null {
  const open = from.certain ? from.minutes : openingMinutes(from.minutes, to);
  const close = to.certain ? to.minutes : closingMinutes(to.minutes, open);
  return open === close ? null : { open: timeAt(open), close: timeAt(close) };
}

/** Hours from one to five without more words are in the afternoon, where the end allows it. */
function openingMinutes(minutes: number, to: TimeRead): number {
  const early = minutes < 5 * 60 && minutes >= 60;
  const afternoon = to.certain && to.minutes > minutes + HALF_DAY && to.minutes <= MINUTES_PER_DAY;
  return early && afternoon ? minutes + HALF_DAY : minutes % MINUTES_PER_DAY;
}

/** The next time the clock shows it, but not so soon that the site would hardly be open. */
function closingMinutes(minutes: number, open: number): number {
  const inHalf = minutes % HALF_DAY;
  const choices = [inHalf, inHalf + HALF_DAY];
  const later = choices.find((choice) => choice - open >= SHORTEST_DAY_MINUTES);
  return later ?? choices.find((choice) => choice > open) ?? inHalf;
}

export const openingTime = ({ minutes }: TimeRead): string => timeAt(minutes);

/** A closing time without its half of the day: after the opening where that is known, else in the evening. */
export function closingTime(time: TimeRead, open: string | undefined): string {
  if (time.certain) return timeAt(time.minutes);
  return timeAt(closingMinutes(time.minutes, open ? minutesOf(open) : 6 * 60));
}
