import type { Phrase } from './sentence.ts';
import { slipBetween } from './spelling-slip.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

/** How a phrase was recognised: in the dictionary's form or inflected, as a compound, or misspelt. */
type Spelling = 'known' | 'compound' | 'slip';

export interface Found {
  readonly term: Term;
  readonly spelling: Spelling;
  readonly vocabulary: Vocabulary;
}

/** What a phrase means in the first of these languages that knows it. */
export function lookUp(phrase: Phrase, vocabularies: readonly Vocabulary[]): Found | undefined {
  const known = firstFound(vocabularies, (vocabulary) => knownTerm(phrase, vocabulary), 'known');
  const compound = () =>
    firstFound(vocabularies, (vocabulary) => compoundTerm(phrase, vocabulary), 'compound');
  // A slip is sought in the reader's language and in English: across all, it finds false friends.
  const slip = () =>
    firstFound(vocabularies.slice(0, 2), (vocabulary) => misspelt(phrase, vocabulary), 'slip');
  return known ?? compound() ?? slip();
}

function firstFound(
  vocabularies: readonly Vocabulary[],
  find: (vocabulary: Vocabulary) => Term | undefined,
  spelling: Spelling,
): Found | undefined {
  for (const vocabulary of vocabularies) {
    const term = find(vocabulary);
    if (term) return { term, spelling, vocabulary };
  }
  return undefined;
}

const knownTerm = ({ folded }: Phrase, vocabulary: Vocabulary): Term | undefined =>
  baseForms(folded, vocabulary)
    .map((form) => vocabulary.terms.get(form))
    .find((term) => term !== undefined);

/** The phrase itself first, then without prefixes and endings. */
function baseForms(folded: string, { prefixes, endings }: Vocabulary): string[] {
  const stems = prefixes.filter((prefix) => folded.startsWith(prefix));
  const bare = [folded, ...stems.map((prefix) => folded.slice(prefix.length))];
  const uninflected = bare.flatMap((form) =>
    endings
      .filter(({ ending }) => form.endsWith(ending))
      .map(({ ending, becomes }) => form.slice(0, -ending.length) + becomes),
  );
  return [...bare, ...uninflected].filter((form) => form.length > 1);
}

function compoundTerm(phrase: Phrase, vocabulary: Vocabulary): Term | undefined {
  if (phrase.first !== phrase.last) return undefined;
  const isCompound = (form: string, end: string) =>
    form.endsWith(end) && form.length >= end.length + MIN_FIRST_PART;
  return baseForms(phrase.folded, vocabulary)
    .flatMap((form) => vocabulary.compounds.filter((end) => isCompound(form, end)))
    .map((end) => vocabulary.terms.get(end))
    .find((term) => term !== undefined);
}

const MIN_FIRST_PART = 3;

function misspelt(phrase: Phrase, { byFirstLetter }: Vocabulary): Term | undefined {
  let best: { readonly term: Term; readonly edits: number } | undefined;
  for (const term of byFirstLetter.get(phrase.folded.charAt(0)) ?? []) {
    const edits = editsBetween(phrase, term);
    if (edits !== undefined && edits < (best?.edits ?? Number.POSITIVE_INFINITY)) {
      best = { term, edits };
    }
  }
  return best?.term;
}

/** Slips of a phrase: word by word, or as a whole where a term was written in fewer words. */
function editsBetween({ folded, words }: Phrase, term: Term): number | undefined {
  if (words.length + 1 === term.words.length) return slipBetween(folded, term.folded);
  if (words.length !== term.words.length) return undefined;
  let edits = 0;
  for (const [index, word] of words.entries()) {
    const slip = slipBetween(word, term.words[index] ?? '');
    if (slip === undefined) return undefined;
    edits += slip;
  }
  return edits;
}
