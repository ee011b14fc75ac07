import type { Mention } from './find-mentions.ts';
import { foldPhrase } from './fold-text.ts';
import type { Word } from './sentence.ts';

/** The head of a clause says what the site is, a modifier only what it is for, of or with. */
export interface JudgedMention extends Mention {
  readonly role: 'head' | 'modifier';
}

/**
 * Finds which mention of each clause is its head: in `medical device factory` and in `clinic in a
 * shopping mall` that is the factory and the clinic.
 */
export function assignRoles(words: readonly Word[], mentions: readonly Mention[]): JudgedMention[] {
  const clauses: Part[][] = [];
  let previous: Part | undefined;
  for (const mention of mentions) {
    const { opens, subordinate } = linkOf(words, previous, mention);
    previous = { mention, subordinate };
    if (opens) clauses.push([]);
    clauses.at(-1)?.push(previous);
  }
  return clauses.flatMap(withHead);
}

interface Part {
  readonly mention: Mention;
  readonly subordinate: boolean;
}

function withHead(clause: readonly Part[]): JudgedMention[] {
  const main = clause.filter(({ subordinate }) => !subordinate);
  const order = main[0]?.mention.vocabulary.data.head;
  const head = order === 'first' ? main[0] : main.at(-1);
  return clause.map((part) => ({ ...part.mention, role: part === head ? 'head' : 'modifier' }));
}

/** How a mention hangs together with the one before it. */
function linkOf(words: readonly Word[], previous: Part | undefined, mention: Mention) {
  if (!previous) return { opens: true, subordinate: false };
  const { data } = mention.vocabulary;
  const before = previous.mention.phrase.last;
  const clause = words[mention.phrase.first]?.clause;
  const between = words
    .slice(before + 1, mention.phrase.first)
    .filter((word) => word.clause === clause);
  if (words[before]?.clause !== clause) {
    return { opens: true, subordinate: isOneOf(data.subordinators, between[0]) };
  }
  // `software for schools and hospitals`: what joins subordinates is subordinate.
  if (previous.subordinate) return { opens: false, subordinate: true };
  const joint = between.findLastIndex((word) => isOneOf(data.conjunctions, word));
  if (joint >= 0) {
    return { opens: true, subordinate: isOneOf(data.subordinators, between[joint + 1]) };
  }
  const subordinate = between.some((word) => isOneOf(data.subordinators, word));
  return { opens: false, subordinate };
}

const isOneOf = (phrases: readonly string[], word: Word | undefined): boolean =>
  word !== undefined && phrases.some((phrase) => foldPhrase(phrase) === word.folded);
