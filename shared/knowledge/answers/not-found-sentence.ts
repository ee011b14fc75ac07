import type { AskingLanguage } from './asking-words.ts';
import { languageOf } from './question-language.ts';

interface Messages {
  readonly default: { readonly 'answer.not_found': string };
}

/** In chunks of their own: most questions are answered. */
const CATALOGUES: Readonly<Record<AskingLanguage, () => Promise<Messages>>> = {
  en: () => import('#templates/messages/en.json', { with: { type: 'json' } }),
  ar: () => import('#templates/messages/ar.json', { with: { type: 'json' } }),
  de: () => import('#templates/messages/de.json', { with: { type: 'json' } }),
  es: () => import('#templates/messages/es.json', { with: { type: 'json' } }),
  fr: () => import('#templates/messages/fr.json', { with: { type: 'json' } }),
  hi: () => import('#templates/messages/hi.json', { with: { type: 'json' } }),
};

/** That nothing was found, in the language of the question; where that cannot be told, in the tenant's. */
export async function notFoundSentence(question: string, tenantLanguage: string): Promise<string> {
  const base = tenantLanguage.toLowerCase().split('-')[0] ?? '';
  const load = CATALOGUES[languageOf(question) ?? (isKnown(base) ? base : 'en')];
  return (await load()).default['answer.not_found'];
}

const isKnown = (language: string): language is AskingLanguage =>
  Object.hasOwn(CATALOGUES, language);
