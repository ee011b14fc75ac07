import type { Mention } from './named-sites.ts';
import type { Wording } from './wording.ts';
import { countWords, findWords, wordList } from './wordings-in-text.ts';

/** From here a message is a description, whatever words are in it. */
export const DESCRIPTION_WORDS = 6;

/** Whether a message tells by itself what is wrong: several words, and one that says that it is not so. */
export const tellsProblem = (wording: Wording, text: string): boolean =>
  countWords(text) >= DESCRIPTION_WORDS &&
  findWords(text, wordList(wording, 'words.symptom')).length > 0;

/** A time ends with its clause, and is said in a few words. */
const REST_OF_TIME =
  /^(?:\s+(?!(?:and|but|und|aber|y|pero|et|mais|और|लेकिन)\s)[^\s,،.;!?।؟]+){1,5}/u;
const WORDS_BEFORE = /(?:[^\s,،.;!?।؟]+\s+){0,2}$/u;

/** "Since Monday", "yesterday", "दो दिन से": the words that say since when, where a message does. */
export function sinceWhenIn(wording: Wording, text: string): Mention | undefined {
  const before = findWords(text, wordList(wording, 'words.since_when.before'))[0];
  const behind = findWords(text, wordList(wording, 'words.since_when.behind'))[0];
  const alone = findWords(text, wordList(wording, 'words.since_when.alone'))[0];
  const rest = before ? restOfTime(wording, text.slice(before.end)) : '';
  if (before && (rest || before.value.includes(' ')))
    return cut(text, before.start, before.end + rest.length);
  if (alone) return cut(text, alone.start, alone.end);
  if (!behind) return undefined;
  const lead = WORDS_BEFORE.exec(text.slice(0, behind.start))?.[0] ?? '';
  return cut(text, behind.start - lead.length, behind.end);
}

/** "Seit gestern nicht mehr": the time ends where the telling of the problem goes on. */
function restOfTime(wording: Wording, behind: string): string {
  const rest = REST_OF_TIME.exec(behind)?.[0] ?? '';
  const problem = findWords(rest, wordList(wording, 'words.symptom'))[0];
  const time = rest.slice(0, problem?.start).trimEnd();
  return time.trim() === '' ? rest : time;
}

const cut = (text: string, start: number, end: number): Mention => ({
  value: text.slice(start, end),
  start,
  end,
});
