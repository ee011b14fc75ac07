import { foldWord, WORD } from './fold-text.ts';

export interface Word {
  readonly written: string;
  readonly folded: string;
  /** Counts the parts between punctuation marks, from 0. */
  readonly clause: number;
}

/** Some words next to each other. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly written: string;
  readonly words: readonly string[];
  /** The folded words joined, as `foldPhrase` spells it. */
  readonly folded: string;
}

/** The words of a text, each with the clause it stands in. */
export function readWords(text: string): Word[] {
  let clause = 0;
  let end = 0;
  return [...text.normalize('NFKC').matchAll(WORD)].map(({ 0: written, index, input }) => {
    if (CLAUSE_END.test(input.slice(end, index))) clause += 1;
    end = index + written.length;
    return { written, folded: foldWord(written), clause };
  });
}

const CLAUSE_END = /[,;:.!?()[\]/&+|\n–—•،؛؟।]/;

/** Every run of up to `longest` words that stays inside one clause. */
export const phrasesOf = (words: readonly Word[], longest: number): Phrase[] =>
  words.flatMap((word, first) =>
    words
      .slice(first, first + longest)
      .filter(({ clause }) => clause === word.clause)
      .map((_, offset) => phraseOf(words, first, first + offset)),
  );

function phraseOf(words: readonly Word[], first: number, last: number): Phrase {
  const run = words.slice(first, last + 1);
  return {
    first,
    last,
    written: run.map(({ written }) => written).join(' '),
    words: run.map(({ folded }) => folded),
    folded: run.map(({ folded }) => folded).join(''),
  };
}
