import { MINUTES_PER_DAY, minutesOf } from '#shared/facility/values.ts';
import { type Candidate, CERTAINTY, countWasLast, type ReadInput } from '../candidate.ts';
import { isNegated } from '../guards.ts';
import { closingTime, type HourRange, openingTime, rangeOf } from '../text/hour-range.ts';
import { timesIn } from '../text/read-times.ts';
import {
  type Find,
  findAll,
  includes,
  type Reading,
  type Span,
  type TimeRead,
} from '../text/reading.ts';
import { saysOnly } from '../text/residue.ts';
import { clauseAt, sentenceAt, subjectAt } from '../text/sentences.ts';

/** Opening hours: a range, an opening and a closing time, only one of them, or a corrected one. */
export function readOperatingHours({ reading, input, expected }: ReadInput): Candidate[] {
  const asked = expected.includes('operating_hours');
  const ranges = readRanges(reading, asked);
  if (ranges.some(({ confidence }) => confidence >= CERTAINTY.hedged)) return ranges;
  const ends = readEnds(reading, input.slots.operating_hours?.value);
  if (ends.length > 0) return ends;
  if (ranges.length > 0 || !asked) return ranges;
  const hours = correctsCount(reading, input) ? [] : bareHours(reading, input);
  return bareTime(reading, hours, input.slots.operating_hours?.value);
}

function readRanges(reading: Reading, asked: boolean): Candidate[] {
  const found = findAll(reading, reading.grammar.hours.ranges)
    .filter((find) => !countsPeople(reading, find))
    .flatMap((find) => {
      const [from, to] = timesIn(reading, find);
      const range = from && to && rangeOf(from, to);
      return range ? [candidateOf(find, range, certaintyOf(reading, find, asked))] : [];
    });
  const usual = found.filter((candidate) => !isOtherDay(reading, candidate));
  return usual.length > 0
    ? usual.slice(0, found.length === usual.length ? usual.length : 1)
    : found.map((candidate) => onlyForPart(reading, candidate));
}

/** "15-20 of us" with nothing that tells a time: the range goes on with a word for people. */
const countsPeople = (reading: Reading, { start, end }: Span): boolean =>
  findAll(reading, reading.grammar.users.ranges).some(
    (people) => start < people.end && end < people.end && end > people.start,
  ) && !reading.times.some((time) => time.start >= start && time.start < end);

function certaintyOf(reading: Reading, find: Find, asked: boolean): number {
  const { cues, notCues } = reading.grammar.hours;
  // "Our shifts are 6-14, 14-22 and 22-6": what the list is about stands before its first clause ends.
  const isListed = findAll(reading, reading.grammar.hours.ranges).length > 2;
  const around = (isListed ? sentenceAt : clauseAt)(reading, find.start);
  if (includes(reading, notCues, around)) return CERTAINTY.unsure;
  if (asked) return CERTAINTY.answered;
  if (includes(reading, cues, sentenceAt(reading, find.start))) return CERTAINTY.stated;
  const explicit = reading.times.filter(({ start, end }) => start >= find.start && end <= find.end);
  return explicit.length > 0 ? CERTAINTY.mentioned : CERTAINTY.guessed;
}

/** "On weekends we open 9 to 1" leaves open when the site is on other days. */
function onlyForPart(reading: Reading, candidate: Candidate): Candidate {
  const { partOfWeek = [] } = reading.grammar.hours;
  if (!includes(reading, partOfWeek, clauseAt(reading, candidate.start))) return candidate;
  return { ...candidate, confidence: Math.min(candidate.confidence, CERTAINTY.guessed) };
}

/** "Saturdays 10 to 4" is not when the site is usually open. */
function isOtherDay(reading: Reading, { start, end }: Span): boolean {
  const near = { start: Math.max(0, start - 30), end: Math.min(reading.text.length, end + 20) };
  const clause = clauseAt(reading, start);
  const bounds = { start: Math.max(near.start, clause.start), end: Math.min(near.end, clause.end) };
  return includes(reading, reading.grammar.hours.otherDays, bounds);
}

/** "We open at 7 ... and lock up at 7:30 pm." */
function readEnds(reading: Reading, known: HourRange | undefined): Candidate[] {
  const { opens, closes } = reading.grammar.hours;
  const [opening, closing] = [timeAfter(reading, opens), timeAfter(reading, closes)];
  const open = opening && openingTime(opening.time);
  const close = closing && closingTime(closing.time, open ?? known?.open);
  const spans = [opening, closing].filter((end) => end !== undefined);
  if (spans.length === 0) return [];
  const span = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
  const value = { ...(open && { open }), ...(close && { close }) };
  return [candidateOf(span, open && close ? { open, close } : value, CERTAINTY.stated)];
}

/** The last one counts: whoever corrects, does it later. */
function timeAfter(reading: Reading, patterns: readonly string[]) {
  const { notCues, otherDays } = reading.grammar.hours;
  return findAll(reading, patterns)
    .filter(
      ({ start }) => !includes(reading, [...notCues, ...otherDays], subjectAt(reading, start)),
    )
    .flatMap(({ start, end }) =>
      timesIn(reading, { start, end })
        .slice(-1)
        .map((time) => ({ start, end, time })),
    )
    .at(-1);
}

/** One time alone: the end of the known hours it is nearer to; without any, the opening. */
function bareTime(
  reading: Reading,
  hoursAlone: readonly TimeRead[],
  known: (HourRange & { around_the_clock: boolean }) | undefined,
): Candidate[] {
  const { guards, hours } = reading.grammar;
  const [only, ...others] = [...reading.times, ...hoursAlone]
    .filter((time) => !isNegated(reading, time))
    .toReversed();
  const corrected = includes(reading, guards.correction);
  if (!only || (others.length > 0 && !corrected) || includes(reading, hours.notCues)) return [];
  const { until = [], from = [] } = hours;
  if (stands(reading, until, only)) return [candidateOf(only, closing(only, known), sure(known))];
  if (stands(reading, from, only)) return [candidateOf(only, opening(only), sure(known))];
  if (!known || known.around_the_clock) {
    return [candidateOf(only, { open: openingTime(only) }, CERTAINTY.answered)];
  }
  const end = isNearerToClose(only.minutes, known) ? closing(only, known) : opening(only);
  return [candidateOf(only, end, CERTAINTY.corrected)];
}

/** "Actually eleven" behind talk of people. */
const correctsCount = (reading: Reading, input: ReadInput['input']): boolean =>
  countWasLast(input) && includes(reading, reading.grammar.guards.correction);

/** Numbers that say nothing but an hour: "until 20", "it should be 9", and 730 where they were asked for. */
const bareHours = (reading: Reading, { pending }: ReadInput['input']): TimeRead[] => {
  const { until = [], from = [] } = reading.grammar.hours;
  const counts = findAll(reading, reading.grammar.users.mentioned);
  const asked = pending?.slot === 'operating_hours';
  const numbers = reading.numbers.filter(
    ({ spelled, value }) => value <= 24 || (asked && !spelled),
  );
  return timesIn({ times: [], numbers }, { start: 0, end: reading.text.length })
    .filter(({ start, end }) =>
      [...reading.times, ...counts].every((other) => start >= other.end || end <= other.start),
    )
    .filter((time) => saysOnly(reading, clauseAt(reading, time.start), [time], [until, from]));
};

const opening = (time: TimeRead) => ({ open: openingTime(time) });

const closing = (time: TimeRead, known: HourRange | undefined) => ({
  close: closingTime(time, known?.open),
});

const sure = (known: unknown): number => (known ? CERTAINTY.corrected : CERTAINTY.answered);

/** Directly before the time: "till midnight". */
const stands = (reading: Reading, words: readonly string[], { start }: Span): boolean =>
  findAll(reading, words).some(
    (word) => word.end <= start && reading.text.slice(word.end, start).trim() === '',
  );

function isNearerToClose(minutes: number, { open, close }: HourRange): boolean {
  const gap = (time: string) => {
    const apart = Math.abs(minutes - minutesOf(time));
    return Math.min(apart, MINUTES_PER_DAY - apart);
  };
  return gap(close) <= gap(open);
}

function candidateOf(
  { start, end }: Span,
  hours: Partial<HourRange>,
  confidence: number,
): Candidate {
  const whole = hours.open !== undefined && hours.close !== undefined;
  const value = whole ? { ...hours, around_the_clock: false } : hours;
  return { slot: 'operating_hours', value, start, end, confidence };
}
