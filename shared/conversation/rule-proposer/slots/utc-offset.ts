import { MARK } from '../text/marks.ts';
import type { Reading, Span } from '../text/reading.ts';

/** A distance from universal time, and a zone that keeps it all year, if there is one. */
interface Offset extends Span {
  readonly zone: string | undefined;
}

/** As folded text has it. A dash that stands apart is none: "UTC - 8 to 5" are hours. */
const SIGNED =
  /(?<!\p{L})(?:utc|gmt|tu|greenwich|غرينتش|جرينتش|यूटीसी|जीएमटी) ?(?<sign>\+ ?|-|(?:plus|mas|minus|menos|moins|زايد|ناقص|प्लस|माइनस) )(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?(?![\d:])/gu;

const BESIDE = /(?<!\p{L})(?:behind|ahead of|before|after) (?:utc|gmt)(?!\p{L})/gu;

const EASTWARD = /^(?:\+|plus|mas|زايد|प्लस)/u;

/** Zones at a part of an hour from universal time, by minutes; where two are, the one with more people. */
const BROKEN_HOURS: Readonly<Record<number, string>> = {
  [-570]: 'Pacific/Marquesas',
  [-210]: 'America/St_Johns',
  210: 'Asia/Tehran',
  270: 'Asia/Kabul',
  330: 'Asia/Kolkata',
  345: 'Asia/Kathmandu',
  390: 'Asia/Yangon',
  525: 'Australia/Eucla',
  570: 'Australia/Adelaide',
  630: 'Australia/Lord_Howe',
  765: 'Pacific/Chatham',
};

/** "UTC+5:30", "GMT -3", "five hours behind UTC": neither the time of London nor universal time. */
export function utcOffsets({ folded, text }: Reading): Offset[] {
  const signed = Array.from(folded.text.matchAll(SIGNED), ({ index, 0: { length }, groups }) => ({
    start: index,
    end: index + length,
    zone: zoneAt(minutesOf(groups ?? {})),
  }));
  const beside = Array.from(folded.text.matchAll(BESIDE), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    zone: undefined,
  }));
  return [...signed, ...beside].filter(({ start }) => text.charAt(start) !== MARK.hidden);
}

function minutesOf({
  sign = '',
  hours,
  minutes = '0',
}: Record<string, string | undefined>): number {
  const distance = Number(hours) * 60 + Number(minutes);
  return EASTWARD.test(sign) ? distance : -distance;
}

const EASTERNMOST_HOURS = 14;
const WESTERNMOST_HOURS = -12;

/** The tz database counts westwards: `Etc/GMT-3` is three hours ahead of universal time. */
function zoneAt(minutes: number): string | undefined {
  if (minutes === 0) return 'UTC';
  const hours = minutes / 60;
  if (!Number.isInteger(hours)) return BROKEN_HOURS[minutes];
  if (hours > EASTERNMOST_HOURS || hours < WESTERNMOST_HOURS) return undefined;
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
