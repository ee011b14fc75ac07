import type { SlotName } from '#shared/slots/slot-values.ts';
import type { ProposerInput } from '../proposer.ts';
import type { Candidate } from './candidate.ts';
import type { Grammar } from './grammar.ts';
import { readAroundTheClock } from './slots/around-the-clock.ts';
import { currentRoles } from './slots/current-roles.ts';
import { swapsIn } from './slots/role-changes.ts';
import { readShifts } from './slots/shifts.ts';
import { readOtherNames, readSiteName } from './slots/site-name.ts';
import { readStaffRoles } from './slots/staff-roles.ts';
import { hideNoise } from './text/noise.ts';
import { orderSpans } from './text/orders.ts';
import { questionSpans } from './text/questions.ts';
import { readNumbers } from './text/read-numbers.ts';
import { readDigitalTimes, readSpelledMinutes, readTimes } from './text/read-times.ts';
import { findAll, hide, newReading, type Reading } from './text/reading.ts';

export interface Prepared {
  /** Before anything was taken out. */
  readonly raw: Reading;
  readonly reading: Reading;
  /** Values whose text must not be read again: names, "24/7", roles, shifts. */
  readonly found: readonly Candidate[];
  readonly expected: readonly SlotName[];
}

/**
 * Reads a message once for all slots. What was reopened in the message itself ("not 50 people") may be
 * answered by a bare value, like what was asked. The order matters: a name is taken out before its numbers and
 * types can mislead, then questions, "24/7", clock times, addresses and phone numbers, then shifts with their
 * own times.
 */
export function prepare(
  grammar: Grammar,
  input: ProposerInput,
  reopened: readonly SlotName[] = [],
): Prepared {
  const message = newReading(input.text, grammar);
  const raw = hide(message, orderSpans(message));
  const expected = [...new Set([...expectedSlots(raw, input), ...reopened])];
  const swaps = swapsIn(raw, currentRoles(input));
  const names = readSiteName({ reading: hide(raw, swaps), input, expected });
  const named = hide(raw, [...names, ...readOtherNames(raw)]);
  const telling = hide(named, questionSpans(named));
  const always = readAroundTheClock({ reading: telling, input, expected });
  const quiet = hideNoise(readDigitalTimes(hide(telling, always)));
  const counted = readNumbers(quiet);
  const timed = readTimes(readSpelledMinutes(counted));
  const shifts = readShifts({ reading: timed, input, expected });
  const unshifted = hide(timed, shifts);
  const roles = readStaffRoles({ reading: unshifted, input, expected }, shifts);
  return {
    raw,
    reading: hide(unshifted, roles),
    found: [...names, ...always, ...shifts, ...roles],
    expected,
  };
}

/** What a bare value can mean: the answer to the question, or another value for what was just said. */
function expectedSlots(reading: Reading, { pending, touched, slots }: ProposerInput): SlotName[] {
  const asked = pending ? [pending.slot] : [];
  if (findAll(reading, reading.grammar.guards.correction).length === 0) return asked;
  // Only the count of people is a plain number; after talk of hours a number may be one of those.
  const counted = slots.expected_users && !touched.includes('operating_hours');
  return [...new Set([...touched, ...asked, ...(counted ? ['expected_users' as const] : [])])];
}
