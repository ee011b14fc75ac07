import { AROUND_THE_CLOCK } from '#shared/facility/values.ts';
import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { findAll, includes } from '../text/reading.ts';
import { clauseAt } from '../text/sentences.ts';

/** "24/7", "round the clock", "never close" - unless it is the hotline or the guards who never sleep. */
export function readAroundTheClock({ reading, expected }: ReadInput): Candidate[] {
  const { aroundTheClock, notCues, cues } = reading.grammar.hours;
  return findAll(reading, aroundTheClock).map(({ start, end }) => {
    const clause = clauseAt(reading, start);
    const somethingElse = includes(reading, notCues, clause) && !includes(reading, cues, clause);
    const confidence = expected.includes('operating_hours') ? CERTAINTY.stated : CERTAINTY.answered;
    return {
      slot: 'operating_hours',
      value: AROUND_THE_CLOCK,
      start,
      end,
      confidence: somethingElse ? CERTAINTY.unsure : confidence,
    };
  });
}
