import { SHIFT_PARTS, type ShiftPart } from '#shared/recommendations/shift-names.ts';
import { shiftPartOf } from '#shared/recommendations/suggest-team.ts';
import type { ShiftPlan } from '#shared/slots/slot-values.ts';
import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { foldText } from '../text/fold.ts';
import { closingTime, openingTime, rangeOf } from '../text/hour-range.ts';
import { anyOf } from '../text/pattern.ts';
import { timesIn } from '../text/read-times.ts';
import { findAll, includes, type Reading, type Span, within } from '../text/reading.ts';
import { clauseAt, sentenceAt } from '../text/sentences.ts';

interface Mention extends Span {
  /** Its place in the list of shifts; null where none or several could be meant. */
  readonly index: number | null;
}

interface Change extends Mention {
  readonly sure: boolean;
  readonly what: Partial<ShiftPlan>;
}

/**
 * "Change the day shift to 15 people", "the night shift with three": shifts that are there or offered, by
 * their names or parts of the day. What is about one of them but cannot be read is worth a question.
 * @param listed what the message spells out; a whole list of shifts changes none, it replaces all
 */
export function readChangedShifts(
  { reading, input, expected }: ReadInput,
  listed: readonly unknown[],
): Candidate[] {
  const shifts = input.slots.shifts?.value ?? input.suggested.shifts ?? [];
  const offered = expected.includes('shifts') || expected.includes('staff_roles');
  const isWhole =
    listed.length >= (input.slots.shifts ? shifts.length : Math.min(shifts.length, 2));
  if (shifts.length === 0 || isWhole) return [];
  const mentions = mentionsIn(reading, shifts).filter(({ index }) => offered || index !== null);
  const changes = mentions.flatMap((mention, place) =>
    changeAt(reading, mention, mentions[place - 1], mentions[place + 1]),
  );
  if (changes.length === 0 || mentions.length < listed.length) return [];
  const clear =
    mentions.length === changes.length &&
    changes.every(({ index, sure }) => sure && index !== null);
  const value = shifts.map((shift, index) =>
    Object.assign(
      {},
      shift,
      ...changes.filter((one) => one.index === index).map(({ what }) => what),
    ),
  );
  return [
    {
      slot: 'shifts',
      value,
      start: Math.min(...changes.map(({ start }) => start)),
      end: Math.max(...changes.map(({ end }) => end)),
      confidence: clear ? CERTAINTY.stated : CERTAINTY.guessed,
    },
  ];
}

function mentionsIn(reading: Reading, shifts: readonly ShiftPlan[]): Mention[] {
  const { parts, cues } = reading.grammar.shifts;
  const found = SHIFT_PARTS.flatMap((part) =>
    findAll(reading, parts[part]).map(({ start, end }) => ({
      start,
      end,
      index: shiftFor(reading, shifts, part, { start, end }),
    })),
  );
  // "Every day from 8 to 6" is about no shift.
  const isMeant = (mention: Mention) => includes(reading, cues, clauseAt(reading, mention.start));
  return (
    found
      .filter(isMeant)
      // "Late" is the afternoon or the evening: the one there is.
      .toSorted((a, b) => a.start - b.start || Number(a.index === null) - Number(b.index === null))
      .filter(({ start }, place, all) => start >= (all[place - 1]?.end ?? 0))
  );
}

/** The one shift that is called so; else the one that works then; nothing where two could be meant. */
function shiftFor(
  { grammar, text }: Reading,
  shifts: readonly ShiftPlan[],
  part: ShiftPart,
  { start, end }: Span,
): number | null {
  const spoken = text.slice(start, end);
  const indexes = (matches: (shift: ShiftPlan) => boolean) =>
    shifts.flatMap((shift, index) => (matches(shift) ? [index] : []));
  const ways = [
    indexes(({ name }) => foldText(name) === spoken),
    indexes(({ name }) => foldText(name).search(anyOf(grammar, grammar.shifts.parts[part])) >= 0),
    indexes((shift) => shiftPartOf(shift.start, shift.end, shifts.length) === part),
    part === 'day' ? indexes((shift) => shiftPartOf(shift.start, shift.end, 2) !== 'night') : [],
    part === 'evening' || part === 'afternoon'
      ? indexes((s) => ['evening', 'afternoon'].includes(shiftPartOf(s.start, s.end, 2)))
      : [],
  ];
  const [index, ...others] = ways.find((way) => way.length > 0) ?? [];
  return index === undefined || others.length > 0 ? null : index;
}

function changeAt(
  reading: Reading,
  mention: Mention,
  before: Mention | undefined,
  after: Mention | undefined,
): Change[] {
  const sentence = sentenceAt(reading, mention.start);
  const clause = clauseAt(reading, mention.start);
  const behind = { start: mention.end, end: Math.min(sentence.end, after?.start ?? sentence.end) };
  const ahead = { start: Math.max(clause.start, before?.end ?? 0), end: mention.start };
  return [...whatIn(reading, behind, mention), ...whatIn(reading, ahead, mention)].slice(0, 1);
}

/** New times, new people, or both, in a piece of the text; a number alone could be either. */
function whatIn(reading: Reading, piece: Span, mention: Mention): Change[] {
  const inside = ({ start, end }: Span) => start >= piece.start && end <= piece.end;
  const times = timesOf(reading, inside);
  const people = reading.numbers.find(
    (number) => inside(number) && !times.spans.some((span) => within(number, span)),
  );
  if (times.spans.length === 0 && !people) return [];
  const { stated, mentioned } = reading.grammar.users;
  const counts = [...findAll(reading, stated), ...findAll(reading, mentioned)];
  const spans = [mention, ...times.spans, ...(people ? [people] : [])];
  return [
    {
      index: mention.index,
      sure: !people || counts.some((count) => within(people, count)),
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
      what: { ...times.what, ...(people && { people: people.value }) },
    },
  ];
}

interface NewTimes {
  readonly spans: readonly Span[];
  readonly what: Partial<ShiftPlan>;
}

/** A range, or one end of it: "starts at 6". */
function timesOf(reading: Reading, inside: (span: Span) => boolean): NewTimes {
  const { ranges, opens, closes } = reading.grammar.hours;
  const range = findAll(reading, ranges).find(inside);
  const [from, to] = range ? timesIn(reading, range) : [];
  const both = from && to && rangeOf(from, to);
  if (range && both) return { spans: [range], what: { start: both.open, end: both.close } };
  const opening = findAll(reading, opens).find(inside);
  const closing = findAll(reading, closes).find(inside);
  const start = opening && timesIn(reading, opening).at(-1);
  const end = closing && timesIn(reading, closing).at(-1);
  return {
    spans: [opening, closing].filter((find) => find !== undefined),
    what: {
      ...(start && { start: openingTime(start) }),
      ...(end && { end: closingTime(end, undefined) }),
    },
  };
}
