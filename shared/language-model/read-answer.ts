import type * as z from 'zod';
import type { ModelOutcome } from './language-model.ts';
import type { ModelReply } from './model-client.ts';

type Answered = Extract<ModelReply, { kind: 'answered' }>;

/** What a model said, if it is what was asked for. */
export function readAnswer<Answer>(
  { refusal, complete, text, usage }: Answered,
  schema: z.ZodType<Answer>,
  model: string,
): ModelOutcome<Answer> {
  if (refusal !== null) return { kind: 'refused', detail: refusal };
  if (!complete) return { kind: 'truncated', detail: 'The answer was cut off' };
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) return { kind: 'invalid', detail: parsed.error.issues[0]?.message ?? '' };
  return { kind: 'ok', answer: parsed.data, model, usage };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
