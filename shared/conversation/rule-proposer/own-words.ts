import type { Proposal } from '../proposer.ts';
import type { Grammar, Pattern } from './grammar.ts';
import { findAll, newReading, originalSpan } from './text/reading.ts';

/**
 * Keeps what a second language has read in words that are the first one's own: "clínica" looks like a
 * misspelt "clinic", and where Spanish took "no es una clínica" for a denial, English must not say yes.
 */
export function withoutOwnWords(
  own: Grammar,
  text: string,
  proposals: readonly Proposal[],
): Proposal[] {
  const reading = newReading(text, own);
  const isOwn = (patterns: readonly Pattern[], { span }: Proposal): boolean =>
    findAll(reading, patterns)
      .map((find) => originalSpan(reading, find))
      .some(({ start, end }) => span !== null && start < span.end && end > span.start);
  return proposals.filter((proposal) => !isOwn(wordsOf(own, proposal), proposal));
}

/** What a language calls people and sites, and its "skip it", which is a misspelt city in another. */
function wordsOf(own: Grammar, { slot }: Proposal): readonly Pattern[] {
  if (slot === 'expected_users') return own.words['people'] ?? [];
  if (slot === 'time_zone') return own.moves.skip;
  return slot === 'site_type' ? Object.values(own.siteType.types).flat() : [];
}
