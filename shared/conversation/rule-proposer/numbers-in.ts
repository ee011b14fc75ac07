import { loadGrammars } from './languages.ts';
import { readNumbers } from './text/read-numbers.ts';
import { newReading } from './text/reading.ts';

/** The numbers in some words, in digits or in letters, in a language (BCP 47) or in English. */
export async function numbersIn(words: string, language: string): Promise<readonly number[]> {
  const grammars = await loadGrammars(language);
  return grammars.flatMap((grammar) =>
    readNumbers(newReading(words, grammar)).numbers.map(({ value }) => value),
  );
}
