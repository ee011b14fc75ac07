import { shiftPattern } from '../../shift-pattern.ts';
import type { Candidate, ReadInput } from '../candidate.ts';
import { includes } from '../text/reading.ts';
import { readChangedShifts } from './changed-shifts.ts';
import { readEqualShifts } from './equal-shifts.ts';
import { readListedShifts } from './listed-shifts.ts';

/** Changes to the shifts there are, shifts as they were spelled out, or a number of equal ones. */
export function readShifts(input: ReadInput): Candidate[] {
  const { reading } = input;
  const { cues, fixed = [] } = reading.grammar.shifts;
  const named =
    includes(reading, cues) || fixed.some(({ patterns }) => includes(reading, patterns));
  const equal = readEqualShifts(input);
  if (!isOffered(input) && !named && equal.length === 0) return [];
  const listed = readListedShifts(input, equal);
  const changed = readChangedShifts(input, listed.flatMap(spelledOut));
  if (changed.length > 0) return changed;
  return listed.length > 0 ? listed : equal;
}

const spelledOut = ({ value }: Candidate): readonly unknown[] => {
  const pattern = shiftPattern.safeParse(value).data;
  return pattern && 'shifts' in pattern ? pattern.shifts : [];
};

/** Whether roles and shifts are what was asked. */
const isOffered = ({ expected }: ReadInput): boolean =>
  expected.includes('shifts') || expected.includes('staff_roles');
