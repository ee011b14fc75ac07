import { embedLocally, LOCAL_HASH_SPACE } from '#shared/embeddings/local-hash.ts';
import { termsOf } from '#shared/knowledge/terms.ts';
import type { IndexedDocument } from '#shared/vectors/indexed-document.ts';

/** Chunks of ten documents in a row: most documents are small. 500 times over they are 50,000. */
const SIZES = [1, 2, 3, 4, 5, 5, 10, 10, 20, 40];
const WORDS = 30_000;
const CHUNK_CHARACTERS = 1000;

export const sizeOf = (at: number): number => SIZES[at % SIZES.length] ?? 1;
const idOf = (at: number): string => `d${String(at).padStart(6, '0')}`;

/** A made-up document, the same for the same numbers: words as often as in a language (Zipf). */
export function makeDocument(at: number, version = 1): IndexedDocument {
  const random = seeded(at * 31 + version);
  const texts = Array.from({ length: sizeOf(at) }, () => makeText(random));
  return {
    document_id: idOf(at),
    version,
    chunks: texts.map((text, ordinal) => ({
      chunk: {
        ordinal,
        text,
        start: ordinal * CHUNK_CHARACTERS,
        end: ordinal * CHUNK_CHARACTERS + text.length,
        page: null,
        heading_path: ['Handbook', `Part ${at}`],
        hash: `${at}-${version}-${ordinal}`.padEnd(64, '0'),
      },
      terms: termsOf(text),
    })),
    vectors: { [LOCAL_HASH_SPACE]: texts.map(embedLocally) },
  };
}

/** A question of eight words. */
export function makeQuestion(at: number): string {
  const random = seeded(at + 1_000_003);
  return Array.from({ length: 8 }, () => makeWord(random)).join(' ');
}

function makeText(random: () => number): string {
  let text = '';
  while (text.length < CHUNK_CHARACTERS) text += `${makeWord(random)} `;
  return text.slice(0, CHUNK_CHARACTERS);
}

const SYLLABLES = 'ka lo mi ser tun ba ri vel don ja pe hu nar gos fi'.split(' ');

function makeWord(random: () => number): string {
  let rest = Math.floor(WORDS ** random());
  let word = '';
  do {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return word;
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
