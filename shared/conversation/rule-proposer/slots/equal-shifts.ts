import type { ShiftPattern } from '../../shift-pattern.ts';
import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { guard } from '../guards.ts';
import { type Find, findAll, type Reading, type Span } from '../text/reading.ts';

/** "Three shifts of eight hours", "zweischichtig": when they are is known with people and opening hours. */
export function readEqualShifts({ reading }: ReadInput): Candidate[] {
  const { equal, count, fixed = [] } = reading.grammar.shifts;
  const found = [
    ...findAll(reading, equal).map((find) => countedIn(reading, find)),
    ...fixed.flatMap(({ value, patterns }) =>
      findAll(reading, patterns).map((find) => countedIn(reading, find, value)),
    ),
    ...findAll(reading, count).map((find) => countedIn(reading, find)),
  ];
  const [first] = found.flatMap((candidate) => candidate ?? []);
  return first ? guard(reading, first) : [];
}

function countedIn(reading: Reading, find: Find, known?: number): Candidate | undefined {
  const { start, end, groups } = find;
  const count = known ?? numberIn(reading, groups.count);
  const hours = numberIn(reading, groups.hours);
  if (count === undefined) return undefined;
  const value: ShiftPattern = { count, ...(hours !== undefined && { hours }) };
  return { slot: 'shifts', value, start, end, confidence: CERTAINTY.answered };
}

/** "Douze heures" may have been read as a time of day. */
function numberIn({ numbers, times }: Reading, span: Span | undefined): number | undefined {
  const inside = ({ start, end }: Span) => span && start >= span.start && end <= span.end;
  const time = times.find(inside);
  return time ? time.minutes / 60 : numbers.find(inside)?.value;
}
