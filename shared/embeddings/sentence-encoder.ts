/** Numbers of a sentence vector. */
export const SENTENCE_DIMENSIONS = 512;

/** Port to a model that turns English texts into vectors of length 1 that say what they mean. */
export interface SentenceEncoder {
  /** One vector of `SENTENCE_DIMENSIONS` numbers per text; all zero for a text without a word. */
  encode(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
