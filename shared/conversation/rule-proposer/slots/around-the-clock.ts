import { AROUND_THE_CLOCK } from '#shared/facility/values.ts';
import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { guard } from '../guards.ts';
import { findAll, hide, includes } from '../text/reading.ts';
import { clauseAt } from '../text/sentences.ts';

/**
 * "24/7", "round the clock", "never close" - unless it is the hotline or the guards who never sleep.
 * Read before numbers are: the 24 is none.
 */
export function readAroundTheClock({ reading, expected }: ReadInput): Candidate[] {
  const { aroundTheClock, notCues, shifts = [] } = reading.grammar.hours;
  const found = findAll(reading, aroundTheClock);
  const rest = hide(reading, [...found, ...findAll(reading, shifts)]);
  const confidence = expected.includes('operating_hours') ? CERTAINTY.stated : CERTAINTY.answered;
  return found.flatMap(({ start, end }) => {
    const somethingElse = includes(rest, notCues, clauseAt(rest, start));
    const sure = somethingElse ? CERTAINTY.unsure : confidence;
    const candidate = { slot: 'operating_hours', value: AROUND_THE_CLOCK, start, end } as const;
    return guard(reading, { ...candidate, confidence: sure });
  });
}
