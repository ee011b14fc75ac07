import * as z from 'zod';
import { strictAnswer } from '#shared/language-model/strict-answer.ts';

/** What a model answers to the prompt `answer-question`. */
export const writtenAnswer = strictAnswer(
  z.strictObject({
    statements: z.array(
      z.strictObject({ text: z.string(), passage: z.number(), quote: z.string() }),
    ),
  }),
);
export type WrittenStatement = z.infer<typeof writtenAnswer>['statements'][number];
