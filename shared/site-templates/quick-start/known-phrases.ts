import { foldPhrase } from './fold-text.ts';
import { phrasesOf, readWords } from './sentence.ts';

const LONGEST_PHRASE_IN_WORDS = 7;

/** Which of the phrases a text contains, as whole words, however they are spelled and spaced. */
export function phrasesIn(text: string, phrases: readonly string[]): string[] {
  // Punctuation does not separate here: `24h/24` is one phrase.
  const words = readWords(text).map((word) => ({ ...word, clause: 0 }));
  const said = new Set(phrasesOf(words, LONGEST_PHRASE_IN_WORDS).map(({ folded }) => folded));
  return phrases.filter((phrase) => said.has(foldPhrase(phrase)));
}
