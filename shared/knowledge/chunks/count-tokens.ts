import { countTokens } from 'gpt-tokenizer/encoding/cl100k_base';

/**
 * Tokens in cl100k_base (text-embedding-3) of the piece `from … to` of a text. Words are counted once
 * and remembered. What is longer than words are, and scripts without spaces, are counted in parts,
 * which together have as many tokens or more.
 */
export function tokensOfPiece(text: string, from: number, to: number): number {
  if (text.charCodeAt(to - 1) >= FIRST_UNSPACED) return tokensByCharacter(text, from, to);
  let tokens = 0;
  for (let at = from; at < to; at += LONGEST_WORD)
    tokens += tokensOfWord(text, at, Math.min(at + LONGEST_WORD, to));
  return tokens;
}

/** Longer words are keys, lines of dashes, addresses. */
export const LONGEST_WORD = 24;

/** From Thai on, scripts write words without spaces between them. */
const FIRST_UNSPACED = 0x0e00;

/**
 * Remembered by two hashes (FNV-1a with two primes), one for the place, one to know it again: a map of
 * words would have to copy every word out of the text first, which takes longer than all the rest.
 */
function tokensOfWord(text: string, from: number, to: number): number {
  let place = 0x811c9dc5;
  let tag = to - from;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    place = Math.imul(place ^ code, 0x01000193);
    tag = Math.imul(tag ^ code, 0x85ebca6b) + (tag >>> 15);
  }
  const slot = (place ^ (place >>> 15)) & (SLOTS - 1);
  const known = OF_WORD[slot] ?? 0;
  if (known > 0 && TAGS[slot] === tag >>> 0) return known;
  const tokens = countTokens(text.slice(from, to));
  TAGS[slot] = tag;
  OF_WORD[slot] = tokens;
  return tokens;
}

const SLOTS = 2 ** 17;
const TAGS = new Uint32Array(SLOTS);
const OF_WORD = new Uint8Array(SLOTS);

function tokensByCharacter(text: string, from: number, to: number): number {
  let tokens = 0;
  for (let at = from; at < to; at += 1) tokens += tokensOfCharacter(text.charCodeAt(at));
  return tokens;
}

/** Tokens of a UTF-16 unit that stands alone: in a text it has as many or fewer. */
export function tokensOfCharacter(code: number): number {
  const known = OF_CHARACTER[code] ?? 0;
  if (known > 0) return known;
  // A pair has four bytes, and so at most four tokens.
  const isHalf = (code & 0xf800) === 0xd800;
  const tokens = isHalf ? 2 : countTokens(String.fromCharCode(code));
  OF_CHARACTER[code] = tokens;
  return tokens;
}

const OF_CHARACTER = new Uint8Array(0x10000);
