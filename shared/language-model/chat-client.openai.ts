import type { OpenAI } from 'openai';
import * as z from 'zod';
import { OversizedAnswerError } from '#shared/runtime/bounded-fetch.ts';
import { openProvider, type Sdk } from '#shared/runtime/provider-client.openai.ts';
import type { ModelCall, ModelClient, ModelReply } from './model-client.ts';
import type { ModelServer } from './model-server.ts';

/** Chat completions with structured output: of OpenAI, of Azure, of whatever server speaks the same. */
export const connectChatClient = (server: ModelServer): ModelClient => ({
  payee: server.payee,
  model: server.model,
  ask: (call) => ask(server, call),
});

async function ask(server: ModelServer, call: ModelCall): Promise<ModelReply> {
  // Loaded with the first call, so that a function without a model never reads it.
  const sdk = await import('openai');
  const client = openProvider(sdk, server, MOST_BYTES);
  const signal = AbortSignal.timeout(call.timeoutMs);
  try {
    const completion = await client.chat.completions.create(bodyOf(server, call), { signal });
    return readCompletion(completion);
  } catch (error) {
    return failureOf(sdk, error, signal.aborted);
  }
}

/** An answer is a few kilobytes. */
const MOST_BYTES = 1_000_000;

const bodyOf = (
  server: ModelServer,
  { prompt, content, maxOutputTokens }: ModelCall,
): OpenAI.ChatCompletionCreateParamsNonStreaming => ({
  model: server.model,
  messages: [
    { role: 'system', content: prompt.text },
    { role: 'user', content },
  ],
  response_format: {
    type: 'json_schema',
    json_schema: { name: prompt.id, strict: true, schema: { ...prompt.answer } },
  },
  ...(isReasoning(server.model) ? { reasoning_effort: 'minimal' } : { temperature: 0 }),
  // Servers of one's own often know only the older name of this limit.
  ...(server.payee === 'free'
    ? { max_tokens: maxOutputTokens }
    : { max_completion_tokens: maxOutputTokens }),
});

/** These take no temperature, and think at length unless told otherwise. */
const isReasoning = (model: string): boolean => /^gpt-5/.test(model);

const MOST_TOKENS = 10_000_000;
const tokens = z.int().min(0).max(MOST_TOKENS);

/** The part of a completion that is relied on. A server may send anything. */
const completionShape = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: tokens, completion_tokens: tokens }).nullish().catch(null),
});

function readCompletion(completion: unknown): ModelReply {
  const parsed = completionShape.safeParse(completion);
  const choice = parsed.data?.choices[0];
  if (!choice) return { kind: 'unavailable', detail: 'The server sent no completion' };
  const { message, finish_reason: finish } = choice;
  const usage = parsed.data?.usage;
  return {
    kind: 'answered',
    text: message.content ?? '',
    complete: finish !== 'length',
    refusal: message.refusal ?? (finish === 'content_filter' ? 'content filter' : null),
    usage: usage
      ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens }
      : null,
  };
}

function failureOf(sdk: Sdk, error: unknown, late: boolean): ModelReply {
  if (late || error instanceof sdk.APIConnectionTimeoutError)
    return { kind: 'timed_out', detail: 'The model did not answer in time' };
  if (error instanceof OversizedAnswerError)
    return { kind: 'unavailable', detail: error.message, underWay: true };
  const detail = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
  if (error instanceof sdk.RateLimitError) return { kind: 'rate_limited', detail };
  return { kind: 'unavailable', detail };
}
