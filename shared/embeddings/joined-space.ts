import type { EmbeddingProvider } from './embedding-provider.ts';
import { embedLocally, localHashProvider } from './local-hash.ts';
import { SENTENCE_DIMENSIONS, type SentenceEncoder } from './sentence-encoder.ts';

/**
 * Of what counts, b² = .36 is what the sentence means and the rest its words. Of our paraphrases .5
 * finds fewer, and from .7 on questions that repeat words of their passage suffer.
 */
const SENTENCE_WEIGHT = 0.6;
const HASH_WEIGHT = Math.sqrt(1 - SENTENCE_WEIGHT ** 2);

/** As wide as `text-embedding-3-small` by chance: only the name of the space tells them apart. */
export const JOINED_SPACE = 'local-joined-hash-1024-use-512';

/**
 * The feature hash of a text beside what a sentence encoder makes of it: the cosine of two joined
 * vectors is the weighted mean of both cosines. Free, local, for English.
 */
export const joinedProvider = (encoder: SentenceEncoder): EmbeddingProvider => ({
  name: 'local',
  model: JOINED_SPACE,
  isSlow: true,
  spaceId: JOINED_SPACE,
  dimensions: localHashProvider.dimensions + SENTENCE_DIMENSIONS,
  // Measured on our paraphrases, which share no word: 96 % of what belongs together is above, two
  // thirds of the rest below. With the hash's floor a fifth of the former would be left.
  noiseFloor: 0.08,
  embed: async (texts) => {
    const sentences = await encoder.encode(texts);
    return texts.map((text, at) =>
      join(embedLocally(text), sentences[at] ?? new Float32Array(SENTENCE_DIMENSIONS)),
    );
  },
});

/** Of length 1, also where one half is all zero; all zero where both are. */
function join(hash: Float32Array, sentence: Float32Array): Float32Array {
  const joined = new Float32Array(hash.length + sentence.length);
  joined.set(hash.map((value) => value * HASH_WEIGHT));
  joined.set(
    sentence.map((value) => value * SENTENCE_WEIGHT),
    hash.length,
  );
  const length = Math.sqrt(joined.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? joined : joined.map((value) => value / length);
}
