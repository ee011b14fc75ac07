import { IntlMessageFormat } from 'intl-messageformat';
import en from '#templates/messages/en.json' with { type: 'json' };
import type { Catalogue, MessageKey, Wording } from './wording.ts';

const formats = new Map<string, IntlMessageFormat>();

/** How a language is spoken. @param language base language of the catalogue */
export const wordingOf = (language: string, catalogue: Catalogue): Wording => ({
  say: (key, values = {}) => String(formatOf(language, catalogue, key).format(values)),
  list: (parts) => new Intl.ListFormat(language, { type: 'unit' }).format(parts),
  has: isMessageKey,
});

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
