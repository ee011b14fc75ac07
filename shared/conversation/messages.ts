import { IntlMessageFormat } from 'intl-messageformat';
import en from '#templates/messages/en.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
export type MessageValues = Readonly<Record<string, string | number | boolean>>;
type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;

/** Base language → its messages. A new language is one more file and one more line. */
const CATALOGUES: Readonly<Record<string, Catalogue>> = { en };

const formats = new Map<string, IntlMessageFormat>();

/** An ICU message in the session's language; a language or a message that is missing is said in English. */
export function say(language: string, key: MessageKey, values: MessageValues = {}): string {
  return String(formatOf(catalogueLanguage(language), key).format(values));
}

/** "a, b and c" as the language writes it. */
export const listOf = (language: string, parts: readonly string[]): string =>
  new Intl.ListFormat(catalogueLanguage(language), { type: 'unit' }).format(parts);

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

const catalogueLanguage = (language: string): string => {
  const base = language.toLowerCase().split('-')[0] ?? 'en';
  return Object.hasOwn(CATALOGUES, base) ? base : 'en';
};

function formatOf(language: string, key: MessageKey): IntlMessageFormat {
  const id = `${language}/${key}`;
  const known = formats.get(id);
  if (known) return known;
  const text = CATALOGUES[language]?.[key];
  const format = new IntlMessageFormat(text ?? en[key], text ? language : 'en');
  formats.set(id, format);
  return format;
}
