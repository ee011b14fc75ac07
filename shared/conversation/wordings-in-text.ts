import { type Mention, wordsPattern } from './named-sites.ts';
import type { MessageKey, Wording } from './wording.ts';

/** The words of a list in the catalogue: "since, for the last". Apostrophes as the person types them. */
export const wordList = (wording: Wording, key: MessageKey): readonly string[] =>
  wording
    .say(key)
    .split(/\s*[,،、]\s*/)
    .map((word) => withPlainMarks(word.trim()))
    .filter((word) => word !== '');

/** The same text, letter by letter, with one kind of apostrophe. */
const withPlainMarks = (text: string): string => text.replaceAll('’', "'");

/** Where one of these words stands in a text, first come first. */
export const findWords = (text: string, words: readonly string[]): readonly Mention[] =>
  words
    .flatMap((word) =>
      [...withPlainMarks(text).matchAll(wordsPattern(word))].map(({ index, 0: { length } }) => ({
        value: word,
        start: index,
        end: index + length,
      })),
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end);

export const countWords = (text: string): number => text.trim().split(/\s+/).length;
