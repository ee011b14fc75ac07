import { MARK, withMark } from './marks.ts';
import { type Find, findAll, findEach, type Reading, type Span, type TimeRead } from './reading.ts';

const HALF_DAY = 12 * 60;

/** Times in digits, before numbers are read: the digits of "7:30" and "9am" are no numbers. */
export function readDigitalTimes(reading: Reading): Reading {
  const { digital } = reading.grammar.clock;
  const found = findAll(reading, ['(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?', ...digital]);
  return found.reduce(markDigital, reading);
}

function markDigital(reading: Reading, find: Find): Reading {
  const { hour, minute, am, pm } = find.groups;
  const digits = (span: Span | undefined) => (span ? reading.text.slice(span.start, span.end) : '');
  const [hours, minutes] = [Number(digits(hour)), Number(digits(minute))];
  if (hours > 24 || minutes > 59) return reading;
  const written = (hours % 24) * 60 + minutes;
  // "07:30" and "19:30" are on the 24-hour clock; "7:30" could be either half of the day.
  const certain = hours > 12 || digits(hour).startsWith('0');
  const half = am ? 'morning' : pm ? 'evening' : null;
  const time = half && !certain ? inDayPart(written, half) : written;
  return markTime(reading, { ...spanOf(find), minutes: time, certain: certain || half !== null });
}

/** Times around a number, after numbers are read: "half past nine", "9 o'clock", noon; then am and pm. */
export function readTimes(reading: Reading): Reading {
  const { forms, named } = reading.grammar.clock;
  const afterForms = forms.reduce((read, form) => readForm(read, form), reading);
  const afterNames = named.reduce(
    (read, { pattern, minutes }) =>
      findEach(read, pattern).reduce(
        (marked, find) => markTime(marked, { ...spanOf(find), minutes, certain: true }),
        read,
      ),
    afterForms,
  );
  return readDayParts(afterNames);
}

function readForm(reading: Reading, form: { pattern: string; minutes: number }): Reading {
  return findEach(reading, form.pattern).reduce((read, find) => {
    const [hour, past] = read.numbers.filter(
      ({ start }) => start >= find.start && start < find.end,
    );
    if (!hour || !isHour(hour.value) || (past && !isMinute(past.value))) return read;
    const written = hour.value * 60 + form.minutes + (past?.value ?? 0);
    const minutes = (written + 2 * HALF_DAY) % (2 * HALF_DAY);
    return markTime(read, { ...spanOf(find), minutes, certain: hour.value > 12 });
  }, reading);
}

/** "nine thirty": an hour and minutes, both in words. */
export function readSpelledMinutes(reading: Reading): Reading {
  return findEach(reading, '<N>[ -]<N>').reduce((read, find) => {
    const [hour, minute] = read.numbers.filter(
      (number) => number.start >= find.start && number.end <= find.end,
    );
    const spelled = hour?.spelled && minute?.spelled;
    if (!hour || !minute || !spelled || hour.value < 1 || hour.value > 12) return read;
    if (![10, 15, 20, 30, 40, 45, 50].includes(minute.value)) return read;
    return markTime(read, {
      ...spanOf(find),
      minutes: hour.value * 60 + minute.value,
      certain: false,
    });
  }, reading);
}

const isHour = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 24;

const isMinute = (value: number): boolean => Number.isInteger(value) && value > 0 && value < 60;

type DayPart = 'morning' | 'evening' | 'night';

function readDayParts(reading: Reading): Reading {
  const parts: readonly DayPart[] = ['morning', 'evening', 'night'];
  return parts.reduce((read, part) => {
    const words = read.grammar.clock[part];
    const patterns = words.flatMap((word) => [`<H>,?\\s*${word}`, `${word} <H>`]);
    return findAll(read, patterns).reduce((marked, find) => markDayPart(marked, find, part), read);
  }, reading);
}

function markDayPart(reading: Reading, find: Find, part: DayPart): Reading {
  const time = timeIn(reading, find);
  // "19:30 in the evening" says nothing new; "30 in the morning" is no hour.
  if (!time) return reading;
  const minutes = time.certain ? time.minutes : inDayPart(time.minutes, part);
  return markTime(reading, { ...spanOf(find), minutes, certain: true });
}

function inDayPart(minutes: number, part: DayPart): number {
  const inHalf = minutes % HALF_DAY;
  if (part === 'morning') return inHalf;
  if (part === 'evening') return inHalf + HALF_DAY;
  return inHalf >= 6 * 60 ? inHalf + HALF_DAY : inHalf;
}

/** The time in a find: one that was read, or a number that can be an hour. */
function timeIn({ times, numbers }: Reading, span: Span): TimeRead | undefined {
  return timesIn({ times, numbers }, span)[0];
}

/** All times in a find, in order. A bare number counts as an hour, "0730" and "7.30" with their minutes. */
export function timesIn(
  { times, numbers }: Pick<Reading, 'times' | 'numbers'>,
  span: Span,
): TimeRead[] {
  const inside = (read: Span) => read.start >= span.start && read.end <= span.end;
  const read = times.filter(inside);
  const bare = numbers
    .filter(
      (number) =>
        inside(number) &&
        !read.some((time) => time.start <= number.start && number.end <= time.end),
    )
    .flatMap(({ value, ...at }) => clockOf(value).map((clock) => ({ ...at, ...clock })));
  return [...read, ...bare].toSorted((a, b) => a.start - b.start);
}

function clockOf(value: number): { minutes: number; certain: boolean }[] {
  const military = Number.isInteger(value) && value >= 100;
  const hour = military ? Math.floor(value / 100) : Math.floor(value);
  const minute = military ? value % 100 : Math.round((value - hour) * 100);
  if (hour < 0 || hour > 24 || minute > 59 || !Number.isFinite(value)) return [];
  return [{ minutes: (hour % 24) * 60 + minute, certain: hour > 12 || hour === 0 || military }];
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** A longer time takes the place of the shorter one inside it. */
function markTime(reading: Reading, time: TimeRead): Reading {
  const others = reading.times.filter(({ start, end }) => end <= time.start || start >= time.end);
  const text = withMark(reading.text, time, MARK.time, MARK.timeRest);
  return { ...reading, text, times: [...others, time].toSorted((a, b) => a.start - b.start) };
}
