import type { ModelCall } from './model-client.ts';

/** What a chat adds to its texts: roles, separators, the name of the schema. */
const ENVELOPE_TOKENS = 64;

const textsOf = ({ prompt, content }: ModelCall): string[] => [
  prompt.text,
  JSON.stringify(prompt.answer),
  content,
];

/** No call has more input tokens than its UTF-8 has bytes. Costs nothing to know. */
export const mostInputTokens = (call: ModelCall): number =>
  ENVELOPE_TOKENS + textsOf(call).reduce((sum, text) => sum + Buffer.byteLength(text, 'utf8'), 0);

/** Names of special tokens in a text are text like any other: a message may be about them. */
const NOTHING_SPECIAL = { disallowedSpecial: new Set<string>() };

/** Counted exactly. The tables of the tokenizer are 2 MB: only for who is near a limit. */
export async function countInputTokens(call: ModelCall): Promise<number> {
  const { countTokens } = await import('gpt-tokenizer');
  return (
    ENVELOPE_TOKENS +
    textsOf(call).reduce((sum, text) => sum + countTokens(text, NOTHING_SPECIAL), 0)
  );
}
