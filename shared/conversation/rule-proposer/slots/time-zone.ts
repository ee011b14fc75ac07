import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { isNegated } from '../guards.ts';
import {
  type Find,
  findAll,
  findEach,
  hide,
  includes,
  originalSpan,
  type Reading,
  type Span,
} from '../text/reading.ts';
import { sentenceAt } from '../text/sentences.ts';
import { canonicalZone, misspeltZone, placeZone } from '../text/time-zones.ts';
import { utcOffsets } from './utc-offset.ts';

/** A zone by its IANA name anywhere, by place or abbreviation where time is the topic, by location as a guess. */
export function readTimeZone(input: ReadInput): Candidate[] {
  const zones = zonesIn(input);
  const offsets = utcOffsets(input.reading);
  const isOffset = ({ start, end }: Span) =>
    offsets.some((offset) => start < offset.end && end > offset.start);
  return [
    ...zones.filter((candidate) => !isOffset(candidate)),
    ...offsets.flatMap(({ zone, start, end }) =>
      zone ? [candidateOf(zone, { start, end }, CERTAINTY.guessed)] : [],
    ),
  ];
}

function zonesIn({ reading, expected }: ReadInput): Candidate[] {
  const named = findEach(reading, '[a-z]+(?:/[a-z_+-]+\\d*){1,2}').flatMap((find) =>
    ianaName(reading, find),
  );
  const { stated, located } = reading.grammar.timeZone;
  const said = [...named, ...placesIn(hide(reading, named), stated, CERTAINTY.stated)];
  if (said.length > 0) return [...said, ...correctedPlace(reading, said, expected)];
  if (expected.includes('time_zone')) return barePlace(reading);
  const topical = topicalPlace(reading);
  return topical.length > 0 ? topical : placesIn(reading, located, CERTAINTY.guessed);
}

/** "Pacific. No, Mountain": behind a correction a place needs no more words. */
function correctedPlace(
  reading: Reading,
  said: readonly Span[],
  expected: ReadInput['expected'],
): Candidate[] {
  const correction = findAll(reading, reading.grammar.guards.correction).at(-1);
  if (!correction || !expected.includes('time_zone')) return [];
  if (said.some(({ end }) => end > correction.end)) return [];
  return barePlace(hide(reading, [{ start: 0, end: correction.end }]));
}

function ianaName(reading: Reading, { start, end }: Find): Candidate[] {
  const zone = canonicalZone(reading.text.slice(start, end));
  return zone ? [candidateOf(zone, { start, end }, CERTAINTY.stated)] : [];
}

function placesIn(reading: Reading, patterns: readonly string[], confidence: number): Candidate[] {
  return findAll(reading, patterns).flatMap(({ groups: { place } }) => {
    if (!place) return [];
    return (confidence === CERTAINTY.stated ? saidPlaces : longestPlace)(reading, place).map(
      ({ zone, span }) => candidateOf(zone, span, confidence),
    );
  });
}

/** In the sentence that speaks of time zones, or else anywhere in that message. */
function topicalPlace(reading: Reading): Candidate[] {
  const cues = findAll(reading, reading.grammar.timeZone.cues);
  const sentences = cues.map(({ start }) => sentenceAt(reading, start));
  const whole = cues.length > 0 ? [{ start: 0, end: reading.text.length }] : [];
  return [...sentences, ...whole]
    .flatMap((piece) => longestPlace(reading, piece))
    .filter(({ span }) => isProperName(reading, span) && !isNegated(reading, span))
    .map(({ zone, span }) => candidateOf(zone, span, CERTAINTY.answered))
    .slice(0, 1);
}

/** The question was for the zone: a place, however it is written. */
function barePlace(reading: Reading): Candidate[] {
  const whole = { start: 0, end: reading.text.length };
  const found = reading.text.trim().split(/\s+/).length <= 3 ? saidPlaces : longestPlace;
  const places = found(reading, whole).filter(({ span }) => !isNegated(reading, span));
  const proper = places.filter(({ span }) => isProperName(reading, span));
  const shortAnswer = reading.text.trim().split(/\s+/).length <= 5;
  const chosen = proper.length > 0 ? proper : shortAnswer ? places : [];
  return chosen.slice(0, 1).map(({ zone, span }) => candidateOf(zone, span, CERTAINTY.answered));
}

interface Place {
  readonly zone: string;
  readonly span: Span;
}

/** Where a place was certainly meant, even one with a slip in it. */
function saidPlaces(reading: Reading, within: Span): Place[] {
  const places = longestPlace(reading, within);
  const words = reading.text.slice(within.start, within.end).trim();
  // "Central eurpean" is no "central".
  const isWhole = places.some(({ span }) => span.end - span.start >= words.length);
  const isMove = includes(reading, reading.grammar.moves.skip, within);
  const zone = isWhole || isMove ? undefined : misspeltZone(words, reading.grammar.timeZone.places);
  return zone ? [{ zone, span: within }] : places;
}

const LONGEST_PLACE_WORDS = 4;

/** Places among the words of a span, the longest name first at each word. */
function longestPlace(reading: Reading, within: Span): Place[] {
  const words = Array.from(
    reading.text.slice(within.start, within.end).matchAll(/[\p{L}\p{M}\p{N}.'+-]+/gu),
    (word) => ({
      start: within.start + word.index,
      end: within.start + word.index + word[0].replace(/[.'+-]+$/, '').length,
    }),
  );
  const places: Place[] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (let count = Math.min(LONGEST_PLACE_WORDS, words.length - first); count > 0; count -= 1) {
      const span = { start: words[first]?.start ?? 0, end: words[first + count - 1]?.end ?? 0 };
      const { language, timeZone } = reading.grammar;
      const zone = placeZone(reading.text.slice(span.start, span.end), language, timeZone.places);
      if (!zone) continue;
      places.push({ zone, span });
      first += count - 1;
      break;
    }
  }
  return places;
}

/** "Reading" and "Nice" are places only with a capital, where the script has any. */
function isProperName(reading: Reading, span: Span): boolean {
  const first = originalSpan(reading, span).text.charAt(0);
  return (
    first !== first.toLowerCase() ||
    first.toLowerCase() === first.toUpperCase() ||
    includes(reading, reading.grammar.timeZone.cues)
  );
}

const candidateOf = (value: string, { start, end }: Span, confidence: number): Candidate => ({
  slot: 'time_zone',
  value,
  start,
  end,
  confidence,
});
