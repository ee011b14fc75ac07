import { loadGrammars } from './languages.ts';
import type { Rules } from './rules.ts';

/**
 * The rules that read messages of a session in this language (BCP 47). They are loaded with the first
 * message, because whoever only looks at a conversation needs none of it.
 */
export async function loadRules(language: string): Promise<Rules> {
  const [{ rulesOf }, grammars] = await Promise.all([import('./rules.ts'), loadGrammars(language)]);
  return rulesOf(grammars);
}
