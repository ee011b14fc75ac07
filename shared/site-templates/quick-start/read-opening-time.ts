import {
  AROUND_THE_CLOCK,
  MINUTES_PER_DAY,
  minutesOf,
  type OperatingHours,
} from '#shared/facility/values.ts';
import { asciiDigits } from './fold-text.ts';
import { phrasesIn } from './known-phrases.ts';
import { LANGUAGES } from './language-data.ts';

/** How long a site is open in a day, and from when to when where the text says so. */
export interface OpeningTime {
  readonly minutesPerDay: number;
  readonly hours?: OperatingHours;
}

/** Reads free text such as `9-5`, `8h-20h`, `24/7`, `rund um die Uhr` or `three shifts`. */
export function readOpeningTime(text: string | undefined): OpeningTime | undefined {
  if (!text) return undefined;
  const plain = asciiDigits(text.normalize('NFKC')).toLowerCase();
  if (isAroundTheClock(plain)) return ALWAYS;
  if (says(plain, 'three_shifts')) return ALWAYS;
  return readRange(plain) ?? (says(plain, 'two_shifts') ? TWO_SHIFTS : undefined);
}

const ALWAYS: OpeningTime = { minutesPerDay: MINUTES_PER_DAY, hours: AROUND_THE_CLOCK };
const TWO_SHIFTS: OpeningTime = { minutesPerDay: (2 * MINUTES_PER_DAY) / 3 };

const says = (text: string, fact: 'around_the_clock' | 'three_shifts' | 'two_shifts'): boolean =>
  LANGUAGES.some(({ facts }) => phrasesIn(text, facts[fact]).length > 0);

/** `24/7`, `24h/24`, `24 Stunden`, `24x7x365`: no number but these, and no range of hours. */
function isAroundTheClock(text: string): boolean {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const onlyThese = numbers.every((number) => [24, 7, 365].includes(number));
  const inNumbers = onlyThese && numbers.includes(24) && !RANGE.test(text);
  return (
    inNumbers || /\b00:00\s*[-–]\s*(24:00|23:59)\b/.test(text) || says(text, 'around_the_clock')
  );
}

const TIME =
  /(\d{1,2})(?:\s*[:.h]\s*([0-5]\d))?\s*(?:h|hrs|uhr|heures|horas)?\s*([ap]\.?\s?m\b\.?)?/;
const TO = /\s*(?:[-–—]|to|till?|until|through|bis|à|a|hasta|jusqu'à|से|إلى|الى|حتى)\s*/;
const RANGE = new RegExp(`(?<!\\d)${TIME.source}${TO.source}${TIME.source}(?!\\d)`);

function readRange(text: string): OpeningTime | undefined {
  const [, openHour, openMinute, openHalf, closeHour, closeMinute, closeHalf] =
    RANGE.exec(text) ?? [];
  const open = timeOf(openHour, openMinute, openHalf);
  const close = timeOf(closeHour, closeMinute, closeHalf);
  if (open === undefined || close === undefined) return undefined;
  return openingTime(open, isAfternoon(open, close, closeHalf) ? close + HALF_DAY : close);
}

const HALF_DAY = MINUTES_PER_DAY / 2;

/** In `9-5` the five is in the afternoon; in `22-6` the six is not. */
const isAfternoon = (open: number, close: number, half: string | undefined): boolean =>
  half === undefined && open < HALF_DAY && close <= open && close > 0;

/** Minutes since midnight, at most 24:00. */
function timeOf(hour: string | undefined, minute = '0', half?: string): number | undefined {
  if (hour === undefined || Number(hour) > 24) return undefined;
  const twelveHour = half === undefined ? Number(hour) : Number(hour) % 12;
  const hours = half?.startsWith('p') ? twelveHour + 12 : twelveHour;
  return hours * 60 + Number(minute);
}

function openingTime(open: number, close: number): OpeningTime {
  const hours = { open: clock(open), close: clock(close), around_the_clock: false };
  const minutes = minutesOf(hours.close) - minutesOf(hours.open);
  if (minutes === 0) return ALWAYS;
  return { minutesPerDay: (minutes + MINUTES_PER_DAY) % MINUTES_PER_DAY, hours };
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
