import * as z from 'zod';
import { numberedShift } from '#shared/recommendations/shift-names.ts';
import type { ShiftPattern } from '../../shift-pattern.ts';
import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { rangeOf } from '../text/hour-range.ts';
import { timesIn } from '../text/read-times.ts';
import {
  type Find,
  findAll,
  includes,
  originalSpan,
  type Reading,
  type Span,
} from '../text/reading.ts';
import { clauseAt, sentenceAt } from '../text/sentences.ts';
import { dayPartName, shiftName } from './shift-name.ts';

interface Listed extends Span {
  readonly find: Find;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly people: number | undefined;
}

/**
 * Shifts with their times: "Early 6 to 14 with 20 people, late 14 to 22".
 * @param equal what was read as a number of shifts; its hours are no times of day
 */
export function readListedShifts(
  { reading, input, expected }: ReadInput,
  equal: readonly Candidate[],
): Candidate[] {
  const offered = expected.includes('shifts') || expected.includes('staff_roles');
  const ranges = findAll(reading, reading.grammar.hours.ranges).filter(
    (find) => (offered || inShiftSentence(reading, find)) && !equal.some(overlaps(find)),
  );
  const all = ranges.flatMap((find, index) =>
    listedAt(reading, find, ranges[index - 1], ranges[index + 1]),
  );
  const listed = all.length === countOf(equal) ? all : shiftsAmong(reading, all);
  const [first, last] = [listed[0], listed.at(-1)];
  if (!first || !last) return [];
  const value: ShiftPattern = {
    shifts: listed.map(({ name, from, to, people }, index) => ({
      name: name || numberedShift(index, input.language),
      start: from,
      end: to,
      ...(people !== undefined && { people }),
    })),
  };
  const { start, end } = { start: first.start, end: last.end };
  return [{ slot: 'shifts', value, start, end, confidence: CERTAINTY.stated }];
}

const overlaps = (find: Span) => (other: Span) => other.start < find.end && find.start < other.end;

function inShiftSentence(reading: Reading, find: Span): boolean {
  const { cues, fixed = [] } = reading.grammar.shifts;
  const sentence = sentenceAt(reading, find.start);
  return [cues, ...fixed.map(({ patterns }) => patterns)].some((words) =>
    includes(reading, words, sentence),
  );
}

/** "Two shifts: 6 to 14 and 14 to 22" has two. */
const countOf = ([equal]: readonly Candidate[]): number | undefined =>
  z.object({ count: z.number() }).safeParse(equal?.value).data?.count;

/** Times alone are the opening hours as well: one shift at least has a name, people, or is called one. */
const shiftsAmong = (reading: Reading, all: readonly Listed[]): readonly Listed[] =>
  all.some((one) => isShift(reading, one))
    ? all.filter((one) => isShift(reading, one) || !isOpening(reading, one))
    : [];

function isShift(reading: Reading, one: Listed): boolean {
  if (one.name !== '') return true;
  const { cues } = reading.grammar.shifts;
  const called = includes(reading, cues, clauseAt(reading, one.find.start));
  return !isOpening(reading, one) && (one.people !== undefined || called);
}

function isOpening(reading: Reading, { find }: Listed): boolean {
  const { cues, opens } = reading.grammar.hours;
  const clause = clauseAt(reading, find.start);
  return includes(reading, cues, clause) || includes(reading, opens, clause);
}

function listedAt(
  reading: Reading,
  find: Find,
  before: Find | undefined,
  after: Find | undefined,
): Listed[] {
  const [from, to] = timesIn(reading, find);
  const range = from && to && rangeOf(from, to);
  if (!range) return [];
  const name =
    shiftName(reading, { start: before?.end ?? 0, end: find.start }) ?? dayPartName(reading, find);
  const room = { start: find.end, end: after?.start ?? sentenceAt(reading, find.end).end };
  const people = reading.numbers.find(
    (number) => number.start >= room.start && number.end <= room.end,
  );
  return [
    {
      find,
      name: name ? originalSpan(reading, name).text : '',
      start: name?.start ?? find.start,
      end: people?.end ?? find.end,
      from: range.open,
      to: range.close,
      people: people?.value,
    },
  ];
}
