import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { slotAnswer } from '#shared/conversation/slot-answer.ts';
import type { Prompt } from '#shared/language-model/prompt.ts';
import { checkerAnswer } from '#shared/recommendations/checker-answer.ts';

const FOLDER = new URL('../../templates/prompts/', import.meta.url);
export const PROMPT_BOOK = new URL('prompts.json', FOLDER);

/** Every prompt, with the schema of its answer. */
const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  'check-draft': checkerAnswer,
  'propose-slots': slotAnswer,
};

/** The prompts as functions carry them: text, schema, and the version that both give. */
export const promptBook = (): Readonly<Record<string, Prompt>> =>
  Object.fromEntries(Object.entries(ANSWERS).map(([id, schema]) => [id, promptOf(id, schema)]));

function promptOf(id: string, schema: z.ZodType): Prompt {
  const text = readFileSync(new URL(`${id}.md`, FOLDER), 'utf8').trim();
  const { $schema: _, ...answer } = z.toJSONSchema(schema);
  const version = createHash('sha256').update(text).update(JSON.stringify(answer)).digest('hex');
  return { id, version: version.slice(0, 12), text, answer };
}
