import { SHIFT_PARTS } from '#shared/recommendations/shift-names.ts';
import { type Candidate, CERTAINTY, countWasLast, type ReadInput } from '../candidate.ts';
import { isNegated } from '../guards.ts';
import { type Find, findAll, includes, type Reading, type Span } from '../text/reading.ts';
import { saysOnly } from '../text/residue.ts';
import { clauseAt } from '../text/sentences.ts';

/** How many people: with a noun for people, behind a label, or bare where the number was asked for. */
export function readExpectedUsers(read: ReadInput): Candidate[] {
  const found = readCounts(read);
  // Where a shift is to be changed, its people are what is asked for.
  return read.input.other ? found : found.map((candidate) => doubtInShift(read.reading, candidate));
}

/** "Change the day shift to 15 people": who works in one shift is not who works there in all. */
function doubtInShift(reading: Reading, candidate: Candidate): Candidate {
  const { cues, parts } = reading.grammar.shifts;
  const clause = clauseAt(reading, candidate.start);
  const ofOneShift =
    includes(reading, cues, clause) &&
    SHIFT_PARTS.some((part) => includes(reading, parts[part], clause));
  if (!ofOneShift) return candidate;
  return { ...candidate, confidence: Math.min(candidate.confidence, CERTAINTY.unsure) };
}

function readCounts({ reading, input, expected }: ReadInput): Candidate[] {
  const replaced = readReplaced(reading, input.slots.expected_users?.value);
  if (replaced.length > 0) return replaced;
  const { stated, mentioned, ranges, totals = [] } = reading.grammar.users;
  const total = findAll(reading, totals).flatMap((find) =>
    candidateOf(reading, find, CERTAINTY.stated),
  );
  // "Two of us plus three part-timers, so five in total": what was added up is no number of its own.
  if (total.length > 0) return total;
  const spread = findAll(reading, ranges);
  const outside = outsideOf(spread);
  const found = [
    ...spread.flatMap((find) => rangeCandidate(reading, find)),
    ...findAll(reading, stated)
      .filter(outside)
      .flatMap((find) => candidateOf(reading, find, CERTAINTY.stated)),
    ...findAll(reading, mentioned)
      .filter(outside)
      .flatMap((find) => candidateOf(reading, find, CERTAINTY.mentioned)),
  ];
  if (found.some((candidate) => holds(reading, candidate)) || !isOpen(reading, input, expected))
    return found;
  return [...found, ...bareNumber(reading).filter(outsideOf(found))];
}

/** Neither a guess, nor denied, nor taken back: in "2000 people... no, 200" the bare number counts. */
function holds(reading: Reading, candidate: Candidate): boolean {
  const correction = findAll(reading, reading.grammar.guards.correction).at(-1);
  const takenBack = correction !== undefined && candidate.end <= correction.start;
  return candidate.confidence > CERTAINTY.guessed && !takenBack && !isNegated(reading, candidate);
}

/** Whether a number alone can mean people: asked for, corrected, or all that the message says. */
function isOpen(
  reading: Reading,
  input: ReadInput['input'],
  expected: ReadInput['expected'],
): boolean {
  if (input.pending?.slot === 'expected_users') return true;
  if (includes(reading, reading.grammar.hours.cues)) return false;
  if (expected.includes('expected_users')) {
    const other = expected.includes('operating_hours') && !countWasLast(input);
    return !other || reading.numbers.some(({ value }) => value > 24);
  }
  const whole = { start: 0, end: reading.text.length };
  const silent = !input.slots.expected_users && !expected.includes('operating_hours');
  return silent && saysOnly(reading, whole, findAll(reading, ['<N>']));
}

/** "Make the 90 a 95", "95 instead of 90": one of the two is what we have, the other is meant. */
const readReplaced = (reading: Reading, known: number | undefined): Candidate[] =>
  findAll(reading, reading.grammar.users.replaced).flatMap((find) => {
    const values = numbersIn(reading, find).map(({ value }) => value);
    const [value, ...others] = values.filter((each) => each !== known);
    if (value === undefined || others.length > 0 || values.length < 2) return [];
    const confidence = CERTAINTY.stated;
    return [{ slot: 'expected_users', value, ...spanOf(find), confidence, free: true }];
  });

function candidateOf(reading: Reading, find: Find, confidence: number): Candidate[] {
  const { notBefore, notAfter } = reading.grammar.users;
  const clause = clauseAt(reading, find.start);
  const before = { start: clause.start, end: find.end };
  const after = { start: find.start, end: Math.max(find.end, clause.end) };
  if (includes(reading, notBefore, before)) return [];
  const number = numbersIn(reading, find).at(-1);
  if (!number) return [];
  const sure = includes(reading, notAfter, after) ? CERTAINTY.unsure : confidence;
  return [{ slot: 'expected_users', value: number.value, ...spanOf(find), confidence: sure }];
}

/** "40 to 50 people": the upper end, to be confirmed. An either-or ("30, or 300") is no number at all. */
function rangeCandidate(reading: Reading, find: Find): Candidate[] {
  const upper = numbersIn(reading, find).at(-1);
  if (!upper) return [];
  const confidence = includes(reading, reading.grammar.guards.or, find)
    ? CERTAINTY.unsure
    : CERTAINTY.guessed;
  return [{ slot: 'expected_users', value: upper.value, ...spanOf(find), confidence }];
}

/** Nothing but one number and words that mean nothing; the 8 of "8 - 18:30" is an hour. */
const bareNumber = (reading: Reading): Candidate[] =>
  findAll(reading, ['<N>'])
    .filter(outsideOf(timedRanges(reading)))
    .filter((find) => saysOnly(reading, clauseAt(reading, find.start), [find]))
    .flatMap((find) => candidateOf(reading, find, CERTAINTY.answered));

const timedRanges = (reading: Reading): Span[] =>
  findAll(reading, reading.grammar.hours.ranges).filter((range) =>
    reading.times.some(({ start }) => start >= range.start && start < range.end),
  );

const outsideOf =
  (spans: readonly Span[]) =>
  ({ start, end }: Span): boolean =>
    !spans.some((span) => start < span.end && end > span.start);

const numbersIn = ({ numbers }: Reading, find: Span) =>
  numbers.filter(({ start, end }) => start >= find.start && end <= find.end);

const spanOf = ({ start, end }: Span): Span => ({ start, end });
