import type { Grammar } from './grammar.ts';
import { english } from './languages/en/english.ts';

/** Base language → its grammar. A new language is one more folder and one more line. */
const GRAMMARS: Readonly<Record<string, Grammar>> = { en: english };

/** The grammars to read a message with: the session's language, and English, which people mix in. */
export function grammarsFor(language: string): readonly Grammar[] {
  const own = GRAMMARS[language.toLowerCase().split('-')[0] ?? ''];
  return own && own !== english ? [own, english] : [english];
}
