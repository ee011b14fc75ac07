import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PROMPT_BOOK, promptBook } from '#infra/prompts/prompt-book.ts';

const book = promptBook();

/** What structured outputs ask of every object; https://platform.openai.com/docs/guides/structured-outputs */
const strictObject = z.object({
  type: z.literal('object'),
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()),
  additionalProperties: z.literal(false),
});

function objectsIn(schema: unknown): unknown[] {
  if (Array.isArray(schema)) return schema.flatMap(objectsIn);
  if (typeof schema !== 'object' || schema === null) return [];
  const inside = Object.values(schema).flatMap(objectsIn);
  return 'type' in schema && schema.type === 'object' ? [schema, ...inside] : inside;
}

describe('the prompts', () => {
  it('are in the book as they are in their files: `npm run prompts` brings it up to date', () => {
    expect(JSON.parse(readFileSync(PROMPT_BOOK, 'utf8'))).toEqual(book);
  });

  it.each(Object.values(book))('$id asks for an answer that a strict schema can hold', (prompt) => {
    const objects = objectsIn(prompt.answer).map((each) => strictObject.parse(each));
    expect(objects.length).toBeGreaterThan(1);
    for (const { properties, required } of objects)
      expect(required.toSorted()).toEqual(Object.keys(properties).toSorted());
  });

  it.each(Object.values(book))('$id says that what is fenced is data', ({ text }) => {
    expect(text).toContain('<<<END …>>>');
    expect(text).toMatch(/data in any language|is data, in any language/);
  });
});
