import { splitShifts } from '#shared/recommendations/suggest-team.ts';
import type { ShiftPlan } from '#shared/slots/slot-values.ts';
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
import { sentenceAt } from '../text/sentences.ts';
import { dayPartName, shiftName } from './shift-name.ts';

/** Shifts as they were spelled out, or a number of equal ones. */
export function readShifts(input: ReadInput): Candidate[] {
  const { reading, expected } = input;
  const offered = expected.includes('shifts') || expected.includes('staff_roles');
  if (!offered && !includes(reading, reading.grammar.shifts.cues)) return [];
  const listed = listedShifts(input, offered);
  return listed.length > 0 ? listed : equalShifts(input);
}

interface Listed extends Span {
  readonly name: string;
  readonly start: number;
  readonly from: string;
  readonly to: string;
  readonly people: number | undefined;
}

function listedShifts({ reading, input }: ReadInput, offered: boolean): Candidate[] {
  const ranges = findAll(reading, reading.grammar.hours.ranges).filter(
    (find) => offered || inShiftSentence(reading, find),
  );
  const listed = ranges.flatMap((find, index) =>
    listedAt(reading, find, ranges[index - 1], ranges[index + 1]),
  );
  const [first, last] = [listed[0], listed.at(-1)];
  if (!first || !last) return [];
  const users = input.slots.expected_users?.value;
  const value = listed.map(
    ({ name, from, to, people }, index): Partial<ShiftPlan> => ({
      name: name || `Shift ${index + 1}`,
      start: from,
      end: to,
      people: people ?? (users ? Math.max(1, Math.floor(users / listed.length)) : undefined),
    }),
  );
  if (value.some(({ people }) => people === undefined)) return [];
  return [
    { slot: 'shifts', value, start: first.start, end: last.end, confidence: CERTAINTY.stated },
  ];
}

const inShiftSentence = (reading: Reading, find: Span): boolean =>
  includes(reading, reading.grammar.shifts.cues, sentenceAt(reading, find.start));

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
  const room = { start: find.end, end: after?.start ?? reading.text.length };
  const people = reading.numbers.find(
    (number) => number.start >= room.start && number.end <= room.end,
  );
  return [
    {
      name: name ? originalSpan(reading, name).text : '',
      start: name?.start ?? find.start,
      end: people?.end ?? find.end,
      from: range.open,
      to: range.close,
      people: people?.value,
    },
  ];
}

/** "Three shifts of eight hours": equal ones over the opening hours, or over the time they add up to. */
function equalShifts({ reading, input }: ReadInput): Candidate[] {
  const { equal, count } = reading.grammar.shifts;
  const find = findAll(reading, equal)[0] ?? findAll(reading, count)[0];
  const hours = input.slots.operating_hours?.value;
  const users = input.slots.expected_users?.value;
  const siteType = input.slots.site_type?.value;
  const wanted =
    find && reading.numbers.find(({ start, end }) => start >= find.start && end <= find.end);
  if (!find || !wanted || !hours || !users || !siteType) return [];
  const value = splitShifts({ siteType, hours, users }, wanted.value);
  return [
    { slot: 'shifts', value, start: find.start, end: find.end, confidence: CERTAINTY.answered },
  ];
}
