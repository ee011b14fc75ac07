import type { Catalogue, Wording } from './messages.ts';

export type { MessageKey, Wording } from './messages.ts';

/**
 * Base language → its messages, in a chunk of its own that is loaded with the first session of that
 * language. A new language is one more file and one more line.
 */
const CATALOGUES: Readonly<Record<string, () => Promise<{ readonly default: Catalogue }>>> = {
  ar: () => import('#templates/messages/ar.json', { with: { type: 'json' } }),
  de: () => import('#templates/messages/de.json', { with: { type: 'json' } }),
  fr: () => import('#templates/messages/fr.json', { with: { type: 'json' } }),
  es: () => import('#templates/messages/es.json', { with: { type: 'json' } }),
  hi: () => import('#templates/messages/hi.json', { with: { type: 'json' } }),
};

/** How sessions in this language (BCP 47) are spoken to: in English where there is no catalogue. */
export async function loadWording(language: string): Promise<Wording> {
  const base = language.toLowerCase().split('-')[0] ?? '';
  const load = Object.hasOwn(CATALOGUES, base) ? CATALOGUES[base] : undefined;
  const [{ english, wordingOf }, catalogue] = await Promise.all([
    import('./messages.ts'),
    load?.(),
  ]);
  return catalogue ? wordingOf(base, catalogue.default) : english;
}
