import { foldPhrase } from './fold-text.ts';
import type { LanguageData } from './language-data.ts';
import { type Found, lookUp } from './look-up.ts';
import { type Phrase, phrasesOf, type Word } from './sentence.ts';
import { vocabularyOf } from './vocabulary.ts';

/** A place in the text that speaks of a kind of site. */
export interface Mention extends Found {
  readonly phrase: Phrase;
}

const LONGEST_TERM_IN_WORDS = 6;

/**
 * The kinds of site that a text speaks of, in its order. Longer phrases win over their parts
 * (`server farm` is no farm) and none overlap; what is negated is left out.
 * @param languages the reader's first
 */
export function findMentions(
  words: readonly Word[],
  languages: readonly LanguageData[],
): readonly Mention[] {
  const vocabularies = languages.map(vocabularyOf);
  const chosen: Mention[] = [];
  for (const phrase of longestFirst(phrasesOf(words, LONGEST_TERM_IN_WORDS))) {
    if (chosen.some((mention) => overlap(mention.phrase, phrase))) continue;
    const found = lookUp(phrase, vocabularies);
    if (found) chosen.push({ ...found, phrase });
  }
  return chosen
    .filter((mention) => !isNegated(words, mention))
    .sort((a, b) => a.phrase.first - b.phrase.first);
}

const lengthOf = ({ first, last }: Phrase): number => last - first;

const longestFirst = (phrases: readonly Phrase[]): Phrase[] =>
  phrases.toSorted((a, b) => lengthOf(b) - lengthOf(a));

const overlap = (a: Phrase, b: Phrase): boolean => a.first <= b.last && b.first <= a.last;

const NEGATION_REACH_IN_WORDS = 3;

function isNegated(words: readonly Word[], { phrase, vocabulary }: Mention): boolean {
  const negations = vocabulary.data.negations.map(foldPhrase);
  const clause = words[phrase.first]?.clause;
  return words
    .slice(Math.max(0, phrase.first - NEGATION_REACH_IN_WORDS), phrase.first)
    .some((word) => word.clause === clause && negations.includes(word.folded));
}
