import type { Mention } from './find-mentions.ts';
import { foldPhrase } from './fold-text.ts';
import type { LanguageData } from './language-data.ts';
import type { Word } from './sentence.ts';

/** The head of a clause says what the site is, a modifier only what it is for, of or with. */
export interface JudgedMention extends Mention {
  readonly role: 'head' | 'modifier';
}

/**
 * Finds which mention of each clause is its head: in `medical device factory` and in `clinic in a
 * shopping mall` that is the factory and the clinic.
 * @param reader the language whose grammar holds wherever it can
 */
export function assignRoles(
  words: readonly Word[],
  mentions: readonly Mention[],
  reader: LanguageData,
): JudgedMention[] {
  const clauses: Part[][] = [];
  let previous: Part | undefined;
  for (const mention of mentions) {
    const { opens, subordinate } = linkOf(words, previous, mention, reader);
    previous = { mention, subordinate };
    if (opens) clauses.push([]);
    clauses.at(-1)?.push(previous);
  }
  return clauses.flatMap((clause) => withHead(clause, reader));
}

interface Part {
  readonly mention: Mention;
  readonly subordinate: boolean;
}

function withHead(clause: readonly Part[], reader: LanguageData): JudgedMention[] {
  const main = clause.filter(({ subordinate }) => !subordinate);
  const { head: order } = grammarOf(main, reader);
  const head = order === 'first' ? main[0] : main.at(-1);
  return clause.map((part) => ({ ...part.mention, role: part === head ? 'head' : 'modifier' }));
}

/** The reader's grammar, unless every word that counts is of another language. */
function grammarOf(parts: readonly Part[], reader: LanguageData): LanguageData {
  const languages = parts.map(({ mention }) => mention.vocabulary.data);
  return languages.includes(reader) ? reader : (languages[0] ?? reader);
}

/** How a mention hangs together with the one before it. */
function linkOf(
  words: readonly Word[],
  previous: Part | undefined,
  mention: Mention,
  reader: LanguageData,
) {
  if (!previous) return { opens: true, subordinate: false };
  const before = previous.mention.phrase.last;
  const clause = words[mention.phrase.first]?.clause;
  const between = words
    .slice(before + 1, mention.phrase.first)
    .filter((word) => word.clause === clause);
  const grammars = [reader, mention.vocabulary.data];
  const subordinates = (word: Word | undefined) => isOneOf('subordinators', grammars, word);
  if (words[before]?.clause !== clause) {
    return { opens: true, subordinate: subordinates(between[0]) };
  }
  // `software for schools and hospitals`: what joins subordinates is subordinate.
  if (previous.subordinate) return { opens: false, subordinate: true };
  const joint = between.findLastIndex((word) => isOneOf('conjunctions', grammars, word));
  if (joint >= 0) return { opens: true, subordinate: subordinates(between[joint + 1]) };
  return { opens: false, subordinate: between.some(subordinates) };
}

const isOneOf = (
  kind: 'subordinators' | 'conjunctions',
  grammars: readonly LanguageData[],
  word: Word | undefined,
): boolean =>
  word !== undefined &&
  grammars.some((grammar) => grammar[kind].some((phrase) => foldPhrase(phrase) === word.folded));
