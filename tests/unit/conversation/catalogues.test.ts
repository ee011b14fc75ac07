import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const folder = new URL('../../../templates/messages/', import.meta.url);
const languages = readdirSync(folder).map((file) => file.replace('.json', ''));
const catalogueOf = (language: string) =>
  z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')));

/** The parts of a parsed ICU message that matter here; literals are 0, "#" is 7, tags are 8. */
interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
}
const part: z.ZodType<Part> = z.lazy(() =>
  z.object({
    type: z.number(),
    value: z.string().optional(),
    options: z.record(z.string(), z.object({ value: z.array(part) })).optional(),
  }),
);

const argumentsOf = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ type, value, options = {} }) => [
    ...(type >= 1 && type <= 6 && value ? [value] : []),
    ...Object.values(options).flatMap((option) => argumentsOf(option.value)),
  ]);

function argumentsOfMessage(text: string, language: string): string[] {
  const ast = z.array(part).parse(new IntlMessageFormat(text, language).getAst());
  return [...new Set(argumentsOf(ast))].toSorted();
}

const english = catalogueOf('en');

describe.each(languages)('the catalogue %s', (language) => {
  const catalogue = catalogueOf(language);

  it('has every message and no other', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it('takes the same values in every message', () => {
    const taken = (messages: Readonly<Record<string, string>>, spoken: string) =>
      Object.entries(messages).map(([key, text]) => [key, argumentsOfMessage(text, spoken)]);
    const common = Object.entries(catalogue).filter(([key]) => key in english);
    expect(Object.fromEntries(taken(Object.fromEntries(common), language))).toEqual(
      Object.fromEntries(taken(english, 'en')),
    );
  });
});
