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
  const listed = all.filter((one) => all.length > 1 || isShift(reading, one));
  const [first, last] = [listed[0], listed.at(-1)];
  if (!first || !last || !listed.some((one) => isShift(reading, one))) return [];
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

/** Times alone are the opening hours as well: a shift has a name, people, or is called one. */
function isShift(reading: Reading, { name, people, find }: Listed): boolean {
  if (name !== '') return true;
  const { shifts, hours } = reading.grammar;
  const clause = clauseAt(reading, find.start);
  const open = includes(reading, hours.cues, clause) || includes(reading, hours.opens, clause);
  return !open && (people !== undefined || includes(reading, shifts.cues, clause));
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
