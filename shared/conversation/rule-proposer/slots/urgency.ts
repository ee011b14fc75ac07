import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { isDenied } from '../guards.ts';
import { isEnumeration, isItem } from '../text/enumeration.ts';
import { findAll, includes, type Reading, type Span } from '../text/reading.ts';
import { saysOnly } from '../text/residue.ts';
import { clauseAt } from '../text/sentences.ts';

/** How soon: a time together with a word for needing it, or alone where that was the question. */
export function readUrgency({ reading, input, expected }: ReadInput): Candidate[] {
  const { values, cues, free } = reading.grammar.urgency;
  const asked = expected.includes('urgency');
  const timed = values
    .flatMap(({ value, patterns }) =>
      findAll(reading, patterns).map(({ start, end }) => ({ value, start, end })),
    )
    .filter((find) => find.value !== 'none' || answersUrgency(reading, input, find));
  return [
    ...free.flatMap(({ value, patterns }) =>
      findAll(reading, patterns)
        // "No rush" denies nothing, "we don't need it at once" does.
        .filter((find) => value === 'none' || !isDenied(reading, find))
        .map(
          ({ start, end }): Candidate => ({
            slot: 'urgency',
            value,
            start,
            end,
            confidence: CERTAINTY.stated,
            free: true,
          }),
        ),
    ),
    ...timed.map(({ value, start, end }): Candidate => {
      const needed = includes(reading, cues, clauseAt(reading, start));
      const listed = isEnumeration(reading) && isItem(reading, { start, end });
      const clause = clauseAt(reading, start);
      const whole = saysOnly(reading, clause, [{ start, end }]);
      const alone = listed || whole ? CERTAINTY.mentioned : CERTAINTY.unsure;
      const confidence = asked || needed ? CERTAINTY.answered : alone;
      return { slot: 'urgency', value, start, end, confidence };
    }),
  ];
}

/** A bare "no" or "none" is about what was asked: "we need no cameras" says nothing about haste. */
const answersUrgency = (reading: Reading, { pending }: ReadInput['input'], find: Span): boolean =>
  pending?.slot === 'urgency' && saysOnly(reading, clauseAt(reading, find.start), [find]);
