import { SITE_TEMPLATES } from '../catalogue.ts';
import { foldPhrase, foldWord, wordsOf } from './fold-text.ts';
import type { LanguageData } from './language-data.ts';

/** One entry of the dictionary: a phrase, what it says about the site, and how strongly. */
export interface Term {
  readonly folded: string;
  readonly words: readonly string[];
  /** A template id, or `unserved`. */
  readonly industry: string;
  readonly strength: 'names' | 'hints';
}

/** One language, ready for look-ups by folded phrase. */
export interface Vocabulary {
  readonly data: LanguageData;
  readonly terms: ReadonlyMap<string, Term>;
  /** The terms again, by first letter: a misspelt word is compared with these only. */
  readonly byFirstLetter: ReadonlyMap<string, readonly Term[]>;
  readonly endings: readonly { readonly ending: string; readonly becomes: string }[];
  readonly prefixes: readonly string[];
  readonly compounds: readonly string[];
}

const known = new Map<string, Vocabulary>();

/** The vocabulary of a language, made on first use and kept: it never changes. */
export function vocabularyOf(data: LanguageData): Vocabulary {
  const vocabulary = known.get(data.language) ?? compile(data);
  known.set(data.language, vocabulary);
  return vocabulary;
}

function compile(data: LanguageData): Vocabulary {
  // Later entries win: a name over a hint, and what no template serves over both.
  const terms = [...hintsIn(data), ...namesIn(data)].filter(({ folded }) => folded.length > 1);
  const byPhrase = new Map(terms.map((term) => [term.folded, term]));
  return {
    data,
    terms: byPhrase,
    byFirstLetter: Map.groupBy(byPhrase.values(), ({ folded }) => folded.charAt(0)),
    endings: data.endings.map(({ ending, becomes }) => ({
      ending: foldPhrase(ending),
      becomes: foldPhrase(becomes),
    })),
    prefixes: data.prefixes.map(foldPhrase),
    compounds: data.compounds.map(foldPhrase),
  };
}

const hintsIn = ({ industries }: LanguageData): Term[] =>
  Object.entries(industries).flatMap(([industry, { hints }]) =>
    hints.map((phrase) => termOf(phrase, industry, 'hints')),
  );

function namesIn({ language, industries }: LanguageData): Term[] {
  const keywords = language === 'en' ? SITE_TEMPLATES : [];
  return [
    ...keywords.flatMap(({ id, keywords }) => keywords.map((word) => termOf(word, id, 'names'))),
    ...Object.entries(industries).flatMap(([industry, { names }]) =>
      names.map((phrase) => termOf(phrase, industry, 'names')),
    ),
  ];
}

const termOf = (phrase: string, industry: string, strength: Term['strength']): Term => ({
  folded: foldPhrase(phrase),
  words: wordsOf(phrase).map(foldWord),
  industry,
  strength,
});
