import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadWording } from '#shared/conversation/wording.ts';

const folder = new URL('../../../templates/messages/', import.meta.url);
const catalogueOf = (file: string) =>
  z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

const english = catalogueOf('en.json');
const languages = readdirSync(folder)
  .map((file) => file.replace('.json', ''))
  .filter((language) => language !== 'en');

const LITERAL = 0;

/** The names of a message's arguments, those inside its options too. */
function argumentsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const named = 'type' in node && node.type !== LITERAL && 'value' in node;
  const own = named && typeof node.value === 'string' ? [node.value] : [];
  return [...own, ...Object.values(node).flatMap(argumentsOf)];
}

const usedIn = (message: string, language: string) =>
  [...new Set(argumentsOf(new IntlMessageFormat(message, language).getAst()))].toSorted();

describe.each(languages)('the catalogue in %s', (language) => {
  const catalogue = catalogueOf(`${language}.json`);

  it('has every message, and none that nobody says', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it.each(Object.entries(catalogue))(
    '%s takes the same arguments as in English',
    (key, message) => {
      expect(usedIn(message, language)).toEqual(usedIn(english[key] ?? '', 'en'));
    },
  );

  it('is what sessions in that language are spoken to with', async () => {
    const wording = await loadWording(`${language}-XX`);
    expect(wording.say('reply.welcome')).toBe(catalogue['reply.welcome']);
  });
});
