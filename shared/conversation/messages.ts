import { IntlMessageFormat } from 'intl-messageformat';
import { isolated } from '#shared/runtime/bidi.ts';
import en from '#templates/messages/en.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
type MessageValues = Readonly<Record<string, string | number | boolean>>;

/** The messages of a language; what is missing is said in English. */
export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;

/** How the product speaks in one language. */
export interface Wording {
  /** An ICU message. Values are text: nothing in them is read as a message. */
  say(key: MessageKey, values?: MessageValues): string;
  /** "a, b and c" as the language writes it. */
  list(parts: readonly string[]): string;
  /** "a, b or c". */
  either(parts: readonly string[]): string;
  has(key: string): key is MessageKey;
}

const formats = new Map<string, IntlMessageFormat>();

/** How a language is spoken. @param language base language of the catalogue */
export const wordingOf = (language: string, catalogue: Catalogue): Wording => ({
  say: (key, values = {}) =>
    String(formatOf(language, catalogue, key).format(framed(language, values))),
  list: (parts) => new Intl.ListFormat(language, { type: 'unit' }).format(parts),
  either: (parts) =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(parts.map(isolated)),
  has: isMessageKey,
});

/** Messages of right-to-left languages frame their values themselves. */
const RIGHT_TO_LEFT = ['ar'];

function framed(language: string, values: MessageValues): MessageValues {
  if (RIGHT_TO_LEFT.includes(language)) return values;
  const texts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolated(value) : value,
  ]);
  return Object.fromEntries(texts);
}

export const english = wordingOf('en', en);

function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

function formatOf(language: string, catalogue: Catalogue, key: MessageKey): IntlMessageFormat {
  const id = `${language}/${key}`;
  const known = formats.get(id);
  if (known) return known;
  const text = catalogue[key];
  const format = new IntlMessageFormat(text ?? en[key], text ? language : 'en');
  formats.set(id, format);
  return format;
}
