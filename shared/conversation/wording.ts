import type en from '#templates/messages/en.json';

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number | boolean>>;

/** The messages of a language; what is missing is said in English. */
export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;

/** How the product speaks in one language. */
export interface Wording {
  /** An ICU message. Values are text: nothing in them is read as a message. */
  say(key: MessageKey, values?: MessageValues): string;
  /** "a, b and c" as the language writes it. */
  list(parts: readonly string[]): string;
  has(key: string): key is MessageKey;
}

/**
 * Base language → its messages, in a chunk of its own that is loaded with the first session of that
 * language. A new language is one more file and one more line.
 */
const CATALOGUES: Readonly<Record<string, () => Promise<{ readonly default: Catalogue }>>> = {
  de: () => import('#templates/messages/de.json', { with: { type: 'json' } }),
  fr: () => import('#templates/messages/fr.json', { with: { type: 'json' } }),
  es: () => import('#templates/messages/es.json', { with: { type: 'json' } }),
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
