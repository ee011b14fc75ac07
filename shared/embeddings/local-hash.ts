import type { EmbeddingProvider } from './embedding-provider.ts';
import { isStopWord, stemOf } from './english.ts';
import { wordsOf } from './words.ts';

const DIMENSIONS = 1024;

/** The space that is always there: no model, no network, no cost, every language. */
export const LOCAL_HASH_SPACE = `local-hash-${DIMENSIONS}`;

export const localHashProvider: EmbeddingProvider = {
  name: 'local',
  model: LOCAL_HASH_SPACE,
  spaceId: LOCAL_HASH_SPACE,
  dimensions: DIMENSIONS,
  // Measured: nine of ten unrelated pairs of question and passage, and one of 25 related ones, are below.
  noiseFloor: 0.1,
  embed: async (texts) => texts.map(embedLocally),
};

/**
 * Signed feature hash (Weinberger et al. 2009) of stemmed words and of character 4- and 5-grams,
 * with logarithmic term frequency. Returns 1024 numbers of length 1, or all zero without a word.
 */
export function embedLocally(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  const words = countAll(wordsOf(text).filter((word) => !isStopWord(word)));
  const grams = new Map<number, number>();
  for (const [word, count] of words) {
    const features = featuresOf(word);
    addFeature(vector, features.stem, features.weight * (1 + Math.log(count)));
    for (const gram of features.grams) grams.set(gram, (grams.get(gram) ?? 0) + count);
  }
  for (const [gram, count] of grams) addFeature(vector, gram, GRAM_WEIGHT * (1 + Math.log(count)));
  return normalise(vector);
}

/** What an n-gram weighs against the stem of a long word; flat between .5 and 1 in measurements. */
const GRAM_WEIGHT = 0.7;
/** Words of fewer letters weigh less: in every language the most frequent words are short ones. */
const FULL_WEIGHT_LENGTH = 6;

interface WordFeatures {
  readonly stem: number;
  readonly weight: number;
  readonly grams: Int32Array;
}

function featuresOf(word: string): WordFeatures {
  const known = remembered.get(word);
  if (known) return known;
  const features = {
    stem: hash(`=${stemOf(word)}`),
    weight: Math.min(1, word.length / FULL_WEIGHT_LENGTH),
    grams: Int32Array.from(gramsOf(`^${word}$`), hash),
  };
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  remembered.set(word, features);
  return features;
}

const REMEMBERED_WORDS = 20_000;
const remembered = new Map<string, WordFeatures>();

const gramsOf = (padded: string): string[] =>
  [4, 5].flatMap((size) =>
    Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, at) =>
      padded.slice(at, at + size),
    ),
  );

/** The low bits choose the slot, the top bit the sign. */
function addFeature(vector: Float32Array, feature: number, weight: number): void {
  const slot = feature & (DIMENSIONS - 1);
  vector[slot] = (vector[slot] ?? 0) + (feature < 0 ? -weight : weight);
}

/** FNV-1a over UTF-16 units with a final mix, so that low and high bits are both usable. */
function hash(feature: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    state = Math.imul(state ^ feature.charCodeAt(at), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return state ^ (state >>> 13);
}

function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}

function countAll<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
