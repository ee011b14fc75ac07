import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { isNegated } from '../guards.ts';
import { questionSpans } from '../text/questions.ts';
import { findAll, foldedOffset, includes, type Reading, type Span } from '../text/reading.ts';
import { bareName } from './bare-name.ts';
import { nameAt } from './name-text.ts';

/** Names after "called", "the name is", ... */
export function readSiteName({ reading }: ReadInput): Candidate[] {
  const questions = questionSpans(reading);
  return findAll(reading, reading.grammar.siteName.cues)
    .filter(({ start }) => !questions.some((asked) => start >= asked.start && start < asked.end))
    .flatMap((cue) => candidateAt(reading, cue.end))
    .filter((candidate) => !isNegated(reading, candidate));
}

/** The whole message as the name, where the name was asked for and nothing else was answered. */
export function readBareSiteName({ reading, expected }: ReadInput): Candidate[] {
  const name = expected.includes('site_name') ? bareName(reading) : null;
  return name ? candidateOf(reading, name, CERTAINTY.answered) : [];
}

function candidateAt(reading: Reading, cueEnd: number): Candidate[] {
  const offset = reading.folded.origin[cueEnd] ?? reading.original.length;
  const name = nameAt(reading, offset);
  return name ? candidateOf(reading, name, CERTAINTY.stated) : [];
}

/** `name` is a span of the original text. */
function candidateOf(reading: Reading, name: Span, confidence: number): Candidate[] {
  const value = reading.original.slice(name.start, name.end);
  const start = foldedOffset(reading, name.start);
  const end = foldedOffset(reading, name.end);
  if (value === '' || includes(reading, reading.grammar.siteName.notNames, { start, end }))
    return [];
  return [{ slot: 'site_name', value, start, end, confidence }];
}
