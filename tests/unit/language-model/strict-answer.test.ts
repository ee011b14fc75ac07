import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { strictAnswer } from '#shared/language-model/strict-answer.ts';

// The compiler holds these: a line that stopped being an error would fail the type check.
// @ts-expect-error an open object
strictAnswer(z.looseObject({ colour: z.string() }));
// @ts-expect-error a field that may be missing
strictAnswer(z.strictObject({ colour: z.string().optional() }));
// @ts-expect-error an open object inside
strictAnswer(z.strictObject({ list: z.array(z.looseObject({ colour: z.string() })) }));
// @ts-expect-error a default
strictAnswer(z.strictObject({ colour: z.string().default('blue') }));
// @ts-expect-error a transformation
strictAnswer(z.strictObject({ colour: z.string().transform((text) => text.length) }));
// @ts-expect-error any keys
strictAnswer(z.strictObject({ colours: z.record(z.string(), z.string()) }));

describe('the schema of an answer', () => {
  it('may hold closed objects, lists, texts, numbers, choices, and null for what is missing', () => {
    const schema = strictAnswer(
      z.strictObject({
        colour: z.enum(['blue', 'red']).nullable(),
        shades: z.array(z.strictObject({ name: z.string(), share: z.number(), dark: z.boolean() })),
      }),
    );
    expect(schema.safeParse({ colour: null, shades: [] }).success).toBe(true);
  });
});
