import type { Grammar } from './grammar.ts';

/**
 * Base language → its grammar, in a chunk of its own that is loaded with the first message of that
 * language. A new language is one more folder and one more line.
 */
const GRAMMARS: Readonly<Record<string, () => Promise<Grammar>>> = {
  ar: async () => (await import('./languages/ar/arabic.ts')).arabic,
  de: async () => (await import('./languages/de/german.ts')).german,
  en: async () => (await import('./languages/en/english.ts')).english,
  fr: async () => (await import('./languages/fr/french.ts')).french,
  hi: async () => (await import('./languages/hi/hindi.ts')).hindi,
  es: async () => (await import('./languages/es/spanish.ts')).spanish,
};

export const GRAMMAR_LANGUAGES = Object.keys(GRAMMARS);

/** The grammars of all languages. */
export const loadAllGrammars = (): Promise<readonly Grammar[]> =>
  Promise.all(Object.values(GRAMMARS).map((load) => load()));

/** The grammars to read a message with: the session's language, and English, which people mix in. */
export function loadGrammars(language: string): Promise<readonly Grammar[]> {
  const base = language.toLowerCase().split('-')[0] ?? '';
  const own = Object.hasOwn(GRAMMARS, base) && base !== 'en' ? [base] : [];
  return Promise.all([...own, 'en'].flatMap((name) => GRAMMARS[name]?.() ?? []));
}
