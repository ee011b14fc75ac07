import en from '#templates/messages/en.json' with { type: 'json' };
import { compileIcu, type IcuMessage, type IcuValues } from './icu-message.ts';

export type MessageKey = keyof typeof en;
type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;

/** Base language → its messages. A new language is one more file and one more line. */
const CATALOGUES: Readonly<Record<string, Catalogue>> = { en };

const compiled = new Map<string, IcuMessage>();

/** A message in the session's language; a language or a message that is missing is said in English. */
export function say(language: string, key: MessageKey, values: IcuValues = {}): string {
  return messageOf(catalogueLanguage(language), key)(values);
}

/** "a, b, c" as the language writes it. */
export const listOf = (language: string, parts: readonly string[]): string =>
  new Intl.ListFormat(catalogueLanguage(language), { type: 'unit' }).format(parts);

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

const catalogueLanguage = (language: string): string => {
  const base = language.toLowerCase().split('-')[0] ?? 'en';
  return Object.hasOwn(CATALOGUES, base) ? base : 'en';
};

function messageOf(language: string, key: MessageKey): IcuMessage {
  const id = `${language}/${key}`;
  const known = compiled.get(id);
  if (known) return known;
  const text = CATALOGUES[language]?.[key];
  const message = compileIcu(text ?? en[key], text ? language : 'en');
  compiled.set(id, message);
  return message;
}
