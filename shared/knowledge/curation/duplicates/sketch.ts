import { wordsOf } from '#shared/embeddings/words.ts';

/** Bins of a sketch; the error of a similarity near one half is about .04. */
const BINS = 128;
const EMPTY = 0xffff;

/**
 * A document in 256 bytes (base64), for comparing it with others: MinHash with one permutation (Li,
 * Owen and Zhang, 2012). The hashes of all shingles are dealt into bins, each keeps its smallest.
 */
export function sketchOf(text: string): string {
  const bins = new Uint16Array(BINS).fill(EMPTY);
  for (const hash of shingleHashes(text)) {
    const bin = hash & (BINS - 1);
    // The empty mark is no value; what is left of the hash, as 16 bits.
    const value = Math.min(hash >>> 16, EMPTY - 1);
    if (value < (bins[bin] ?? EMPTY)) bins[bin] = value;
  }
  return Buffer.from(bins.buffer).toString('base64');
}

/** The share of shingles that two documents have in common, estimated: 0 … 1. */
export function similarityOf(left: string, right: string): number {
  const [ours, theirs] = [binsOf(left), binsOf(right)];
  let [same, used] = [0, 0];
  for (const [bin, value] of ours.entries()) {
    const other = theirs[bin] ?? EMPTY;
    if (value === EMPTY && other === EMPTY) continue;
    used += 1;
    if (value === other) same += 1;
  }
  return used === 0 ? 0 : same / used;
}

/** Three words in a row rarely meet by chance, and an edit breaks only three of them. */
function* shingleHashes(text: string): Generator<number> {
  let [before, last] = [0, 0];
  for (const line of text.split('\n'))
    for (const word of wordsOf(line)) {
      const hash = hashOf(word);
      yield mixed(before * 3 + last * 5 + hash);
      [before, last] = [last, hash];
    }
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: every bit of the sum changes half of the bits of the result. */
function mixed(sum: number): number {
  let hash = (sum % 4_294_967_296) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Pairs of neighbouring bins, each with its place; those that nothing fell into tell nothing. */
export const bandsOf = (sketch: string): readonly string[] => {
  const bins = binsOf(sketch);
  return Array.from({ length: BINS / 2 }, (_, band) => [band, bins[2 * band], bins[2 * band + 1]])
    .filter(([, first, second]) => first !== EMPTY && second !== EMPTY)
    .map((band) => band.join(' '));
};

const binsOf = (sketch: string): Uint16Array => {
  const bytes = Uint8Array.from(Buffer.from(sketch, 'base64'));
  return new Uint16Array(bytes.buffer, 0, bytes.byteLength >> 1);
};
