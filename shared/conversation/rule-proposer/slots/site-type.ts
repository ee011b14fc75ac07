import { type SiteType, siteType } from '#shared/facility/values.ts';
import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { findAll, includes, type Reading, type Span } from '../text/reading.ts';
import { saysOnly } from '../text/residue.ts';
import { clauseAt } from '../text/sentences.ts';

interface Mention extends Span {
  readonly type: SiteType;
}

/** The kind of site by its synonyms; of a compound ("medical supplies warehouse") the last noun counts. */
export function readSiteType({ reading, input, expected }: ReadInput): Candidate[] {
  const mentions = mentionsIn(reading);
  const { headFirst } = reading.grammar.siteType;
  const heads = mentions.filter(
    (mention) =>
      !mentions.some((other) =>
        headFirst ? isOnePhrase(reading, other, mention) : isOnePhrase(reading, mention, other),
      ),
  );
  const asked = expected.includes('site_type');
  const found = heads
    .filter((mention) => !meansSomethingElse(reading, mention))
    .map(({ type, start, end }) => ({
      slot: 'site_type' as const,
      value: type,
      start,
      end,
      confidence: certaintyOf(reading, { start, end }, asked),
    }));
  // A type word in passing says nothing new about a site whose type is known.
  return besideStated(found).filter(
    ({ confidence }) => !input.slots.site_type || confidence > CERTAINTY.mentioned,
  );
}

/** "We have a server room. We're a consultancy office.": beside what the site is, the other is a part of it. */
function besideStated(found: readonly Candidate[]): Candidate[] {
  if (!found.some(({ confidence }) => confidence >= CERTAINTY.stated)) return [...found];
  return found.map((candidate) =>
    candidate.confidence >= CERTAINTY.stated
      ? candidate
      : { ...candidate, confidence: Math.min(candidate.confidence, CERTAINTY.mentioned) },
  );
}

/** The longest synonym wins where several overlap. */
function mentionsIn(reading: Reading): Mention[] {
  const all = siteType.options.flatMap((type) =>
    findAll(reading, reading.grammar.siteType.types[type]).map(({ start, end }) => ({
      type,
      start,
      end,
    })),
  );
  const longestFirst = all.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const chosen = longestFirst.filter(
    (mention, index) =>
      !longestFirst
        .slice(0, index)
        .some((longer) => mention.start < longer.end && mention.end > longer.start),
  );
  return chosen.toSorted((a, b) => a.start - b.start);
}

/** Up to two plain words between two nouns make them one phrase. */
function isOnePhrase(reading: Reading, mention: Mention, next: Mention): boolean {
  if (next.start < mention.end) return false;
  const between = reading.text.slice(mention.end, next.start);
  if (/[^\p{L}\p{M}\s'-]/u.test(between)) return false;
  const words = between.trim().split(/\s+/).filter(Boolean);
  const { phraseBreaks } = reading.grammar.siteType;
  return words.length <= 2 && !words.some((word) => phraseBreaks.includes(word));
}

function meansSomethingElse(reading: Reading, mention: Span): boolean {
  const { notBefore, notAfter } = reading.grammar.siteType;
  return (
    findAll(reading, notBefore).some(({ end }) => gap(reading, end, mention.start)) ||
    findAll(reading, notAfter).some(({ start }) => gap(reading, mention.end, start))
  );
}

const gap = ({ text }: Reading, from: number, to: number): boolean =>
  to >= from && /^[\s'-]*$/.test(text.slice(from, to));

const NEAR_WORDS = 6;

function certaintyOf(reading: Reading, mention: Span, asked: boolean): number {
  const clause = clauseAt(reading, mention.start);
  const inPassing = isSeveral(reading, mention) && !saysOnly(reading, clause, [mention]);
  if (asked && inPassing) return CERTAINTY.guessed;
  const identified = findAll(reading, reading.grammar.siteType.identity).some(
    ({ start, end }) =>
      start >= clause.start &&
      end <= mention.start &&
      reading.text.slice(end, mention.start).trim().split(/\s+/).length <= NEAR_WORDS,
  );
  const labelled = includes(reading, reading.grammar.siteType.identity, {
    start: mention.start,
    end: clause.end,
  });
  if (identified || labelled) return CERTAINTY.stated;
  if (asked) return CERTAINTY.answered;
  return inPassing ? CERTAINTY.unsure : CERTAINTY.mentioned;
}

const isSeveral = (reading: Reading, { start, end }: Span): boolean =>
  findAll(
    { ...reading, text: reading.text.slice(start, end) },
    reading.grammar.siteType.several ?? [],
  ).some((find) => find.start === 0 && find.end === end - start);
