import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { isNegated } from '../guards.ts';
import { questionSpans } from '../text/questions.ts';
import { findAll, foldedOffset, includes, type Reading, type Span } from '../text/reading.ts';
import { bareName } from './bare-name.ts';
import { isCapital, nameAt, nameBefore, wordsBefore } from './name-text.ts';

/** Names after "called", "the name is", ... */
export function readSiteName({ reading }: ReadInput): Candidate[] {
  const questions = questionSpans(reading);
  const named = findAll(reading, reading.grammar.siteName.cues)
    .filter(({ start }) => !questions.some((asked) => start >= asked.start && start < asked.end))
    .flatMap((cue) => candidateAt(reading, cue.end));
  const before = namedBefore(reading);
  const last = [...named, ...before].at(-1);
  return [
    ...named,
    ...capitalNames(reading),
    ...before,
    ...(last ? correctedName(reading, last.end) : []),
  ].filter((candidate) => !isNegated(reading, candidate));
}

/** Where only capitals tell a name: "a call center, named VoiceBox", "our site, Oakridge Mill, has". */
function capitalNames(reading: Reading): Candidate[] {
  const { beforeCapitals = [], appositions = [] } = reading.grammar.siteName;
  const { original } = reading;
  const namesBehind = (cues: readonly string[]) =>
    findAll(reading, cues)
      .flatMap((cue) => candidateAt(reading, cue.end))
      .filter(({ start }) => isCapital(original.slice(originOf(reading, start))));
  const isApart = ({ end }: Span) => original.charAt(originOf(reading, end)) === ',';
  return [...namesBehind(beforeCapitals), ...namesBehind(appositions).filter(isApart)];
}

/** "Silver Birch is the name of it": capitals directly before a cue. */
function namedBefore(reading: Reading): Candidate[] {
  const { cuesBehind = [], cuesBehindWords = [] } = reading.grammar.siteName;
  const names = [
    ...findAll(reading, cuesBehind).map((cue) => nameBefore(reading, originOf(reading, cue.start))),
    ...findAll(reading, cuesBehindWords).map((cue) =>
      wordsBefore(reading, originOf(reading, cue.start)),
    ),
  ];
  return names.flatMap((name) => (name ? candidateOf(reading, name, CERTAINTY.stated) : []));
}

/** "My name is Warehouse Pete", "its name was Old Mill": whose words say nothing about the site. */
export const readOtherNames = (reading: Reading): Span[] =>
  findAll(reading, reading.grammar.siteName.otherNames ?? []).flatMap((cue) => {
    const from = behindLeadIn(reading, cue.end);
    const name = nameAt(reading, originOf(reading, from));
    const text = name ? reading.original.slice(name.start, name.end) : '';
    const isPlain = text.charAt(0) !== text.charAt(0).toUpperCase();
    if (!name || isPlain || text.split(/\s+/).length > LONGEST_OTHER_NAME_WORDS) return [];
    return [{ start: foldedOffset(reading, name.start), end: foldedOffset(reading, name.end) }];
  });

const LONGEST_OTHER_NAME_WORDS = 4;

/** "Call it Frostworks. Sorry, Frost Works": behind a correction a name needs no cue, but stands alone. */
function correctedName(reading: Reading, from: number): Candidate[] {
  const { guards } = reading.grammar;
  const correction = findAll(reading, guards.correction).at(-1);
  if (!correction || correction.start < from) return [];
  const offset = originOf(reading, behindLeadIn(reading, correction.end));
  const [lead = ''] = /^[\s,.:;-]*/.exec(reading.original.slice(offset)) ?? [];
  const name = nameAt(reading, offset + lead.length);
  const stands = name && /^\s*(?:[.,;!)]|$)/.test(reading.original.slice(name.end));
  const text = name ? reading.original.slice(name.start, name.end) : '';
  // "No wait, 120" is another number of people.
  if (!name || !stands || !isCapital(text) || !/\p{L}/u.test(text)) return [];
  return candidateOf(reading, name, CERTAINTY.stated);
}

/**
 * The whole message as the name, where the name was asked for and nothing else was answered; or what a
 * correction puts in its place ("Frostworks. Sorry, Frost Works, two words").
 */
export function readBareSiteName(
  { reading, expected }: ReadInput,
  others: readonly Candidate[],
): Candidate[] {
  if (!expected.includes('site_name')) return [];
  if (others.some(({ slot }) => slot !== 'site_type')) return [];
  const name = bareName(reading);
  return name ? candidateOf(reading, name, CERTAINTY.answered) : correctedName(reading, 0);
}

function candidateAt(reading: Reading, cueEnd: number): Candidate[] {
  const name = nameAt(reading, originOf(reading, behindLeadIn(reading, cueEnd)));
  return name ? candidateOf(reading, name, CERTAINTY.stated) : [];
}

/** "Name? Let's say Shield House": the name begins behind the words that lead to it. */
function behindLeadIn(reading: Reading, from: number): number {
  const { text, grammar } = reading;
  const lead = findAll(reading, grammar.siteName.leadIns).find(
    ({ start }) => start >= from && /^[\s,.:;-]*$/.test(text.slice(from, start)),
  );
  return lead?.end ?? from;
}

const originOf = ({ folded, original }: Reading, index: number): number =>
  folded.origin[index] ?? original.length;

/** `name` is a span of the original text. */
function candidateOf(reading: Reading, name: Span, confidence: number): Candidate[] {
  const value = reading.original.slice(name.start, name.end);
  const start = foldedOffset(reading, name.start);
  const end = foldedOffset(reading, name.end);
  if (value === '' || includes(reading, reading.grammar.siteName.notNames, { start, end }))
    return [];
  return [{ slot: 'site_name', value, start, end, confidence }];
}
