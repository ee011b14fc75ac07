import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { SLOT_ANSWERS } from '#shared/conversation/slot-answer.ts';
import { writtenAnswer } from '#shared/knowledge/answers/written-answer.ts';
import type { Prompt } from '#shared/language-model/prompt.ts';
import { checkerAnswer } from '#shared/recommendations/checker-answer.ts';

const FOLDER = new URL('../../templates/prompts/', import.meta.url);
export const PROMPT_BOOK = new URL('prompts.json', FOLDER);

interface PromptSource {
  /** Files that make its text, in order; what several prompts say alike is written once. */
  readonly files: readonly string[];
  readonly answer: z.ZodType;
}

/** A prompt that reads facts out of a message. */
const reading = (id: string, answer: z.ZodType): PromptSource => ({
  files: ['read-message', id],
  answer,
});

/** Every prompt, with the schema of its answer. */
const SOURCES: Readonly<Record<string, PromptSource>> = {
  'answer-question': { files: ['answer-question'], answer: writtenAnswer },
  'check-draft': { files: ['check-draft'], answer: checkerAnswer },
  'propose-slots': reading('propose-slots', SLOT_ANSWERS.initial_setup),
  'propose-update': reading('propose-update', SLOT_ANSWERS.config_update),
  'propose-problem': reading('propose-problem', SLOT_ANSWERS.troubleshooting),
  'propose-wish': reading('propose-wish', SLOT_ANSWERS.feature_request),
};

/** The prompts as functions carry them: text, schema, and the version that both give. */
export const promptBook = (): Readonly<Record<string, Prompt>> =>
  Object.fromEntries(Object.entries(SOURCES).map(([id, source]) => [id, promptOf(id, source)]));

function promptOf(id: string, { files, answer: schema }: PromptSource): Prompt {
  const text = files.map(textOf).join('\n\n');
  const { $schema: _, ...answer } = z.toJSONSchema(schema);
  const version = createHash('sha256').update(text).update(JSON.stringify(answer)).digest('hex');
  return { id, version: version.slice(0, 12), text, answer };
}

const textOf = (file: string): string => readFileSync(new URL(`${file}.md`, FOLDER), 'utf8').trim();
