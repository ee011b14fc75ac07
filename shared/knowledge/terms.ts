import { isStopWord, stemOf } from '#shared/embeddings/english.ts';
import { wordsOf } from '#shared/embeddings/words.ts';

/**
 * What keyword search compares. English function words are left out and English endings are cut,
 * in every text: telling languages apart first was measured and found worse, also for German and
 * Spanish, because questions are too short to tell and names keep their form.
 */
export const termsOf = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(stemOf);
