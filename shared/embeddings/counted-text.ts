/** A text on its way to a provider, with what it counts there. */
export interface CountedText {
  readonly text: string;
  readonly tokens: number;
}

/** Names of special tokens in a text are text like any other: the API takes them so too. */
const NOTHING_SPECIAL = { disallowedSpecial: new Set<string>() };

/**
 * Counted exactly, as all of OpenAI's embedding models count (`cl100k_base`): a megabyte takes a tenth
 * of a second. The tables are 1 MB, so they are loaded by who pays.
 */
export async function countTexts(texts: readonly string[]): Promise<readonly CountedText[]> {
  const { countTokens } = await import('gpt-tokenizer/encoding/cl100k_base');
  return texts.map((text) => ({ text, tokens: countTokens(text, NOTHING_SPECIAL) }));
}
