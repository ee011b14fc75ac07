import { wordsOf } from '#shared/embeddings/words.ts';
import { ASKING, type AskingLanguage } from './asking-words.ts';

/** The six languages' function words tell a sentence; names and terms are alike in all of them. */
const ENGLISH = `the of to in and is are was were be for on with at by from it this that which who
  what when where why how does do did can has have had not or an as if your our their they we you i`;

const WORDS = Object.entries({ ...ASKING, en: `${ASKING.en} ${ENGLISH}` }).map(
  ([language, words]) => ({ language, words: new Set(wordsOf(words)) }),
);

/** The language that most of a text's words ask and join with; undefined where that tells none. */
export function languageOf(text: string): AskingLanguage | undefined {
  const words = wordsOf(text);
  const counts = WORDS.map(({ language, words: known }) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  })).toSorted((left, right) => right.count - left.count);
  const [first, second] = counts;
  if (!first || first.count === 0 || first.count === second?.count) return undefined;
  return isAskingLanguage(first.language) ? first.language : undefined;
}

const isAskingLanguage = (name: string): name is AskingLanguage => Object.hasOwn(ASKING, name);
