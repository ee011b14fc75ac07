import { stemmer } from 'stemmer';

/** English function words, and what is left of contractions; short words of other languages among them. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** The Porter stem; words with anything but a–z are returned as they are. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = ASCII_WORD.test(word) ? stemmer(word) : word;
  if (stems.size >= REMEMBERED_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

const ASCII_WORD = /^[a-z]{3,}$/;
/** Stemming is the slowest step of indexing, and a text repeats most of its words. */
const REMEMBERED_STEMS = 50_000;
const stems = new Map<string, string>();

const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all am an and any are as at be because been before being below
  between both but by can could did do does doing don down during each few for from further had has
  have having he her here hers herself him himself his how i if in into is it its itself just me
  more most my myself no nor not now of off on once only or other our ours ourselves out over own s
  same she should so some such t than that the their theirs them themselves then there these they
  this those through to too under until up very was we were what when where which while who whom why
  will with would you your yours yourself yourselves`.split(/\s+/),
);
