import { tokensOfCharacter } from './count-tokens.ts';

/**
 * An estimate of a text's tokens that holds for words nobody has heard of as well: a sum of weights
 * per kind of character and the one before it. Invented words have at most .51 tokens a character in
 * lower case and .6 in capitals as long as three of ten letters are vowels (measured). What has
 * too few vowels, or too many letters between two gaps, to be words (keys, noise) is not estimated at
 * all: infinity.
 */
export function estimateTokens(text: string, from: number, to: number): number {
  const pairs = new Uint16Array(KINDS * KINDS);
  let foreign = 0;
  let before = SPACE;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const kind = KIND_OF[code] ?? FOREIGN;
    if (kind === FOREIGN) foreign += tokensOfCharacter(code);
    const pair = before * KINDS + kind;
    pairs[pair] = (pairs[pair] ?? 0) + 1;
    before = kind;
  }
  return weigh(pairs) + foreign;
}

/** The longest text that can be estimated: no count of a pair may overflow. */
export const LONGEST_ESTIMATED = 4096;

function weigh(pairs: Uint16Array): number {
  let tokens = 0;
  let letters = 0;
  let vowels = 0;
  let words = 0;
  for (const [at, pair] of PAIRS.entries()) {
    const count = pairs[at] ?? 0;
    tokens += count * pair.tokens;
    letters += count * pair.letters;
    vowels += count * pair.vowels;
    words += count * pair.words;
  }
  return vowels * 10 < letters * 3 || words * 9 < letters ? Number.POSITIVE_INFINITY : tokens;
}

/** Tokens per character: consonants and vowels, in lower case and in capitals, spaces, other signs. */
const WEIGHTS = [0.53, 0.53, 0.65, 0.65, 0.12, 1.05] as const;
const FIRST_CAPITAL = 2;
const SPACE = 4;
const SIGN = 5;
/** What is not ASCII is counted character by character. */
const FOREIGN = 6;
const KINDS = 7;

/** What a character of one kind adds after one of another. */
const PAIRS = Array.from({ length: KINDS * KINDS }, (_, pair) => {
  const kind = pair % KINDS;
  const before = Math.floor(pair / KINDS);
  const isLetter = kind < SPACE;
  // A word that begins after a sign, or inside of another as in `sessionStore`, has its own token.
  const begins = isLetter && (before >= SIGN || (kind >= FIRST_CAPITAL && before < FIRST_CAPITAL));
  return {
    tokens: (WEIGHTS[kind] ?? 0) + (begins ? 0.4 : 0),
    letters: Number(isLetter),
    vowels: Number(isLetter && kind % 2 === 1),
    words: Number(isLetter && before >= SPACE),
  };
});

/** The kind of each UTF-16 unit. */
const KIND_OF = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 128) return FOREIGN;
  const patterns = [/[b-df-hj-np-tv-xz]/, /[aeiouy]/, /[B-DF-HJ-NP-TV-XZ]/, /[AEIOUY]/, / /];
  const kind = patterns.findIndex((pattern) => pattern.test(String.fromCharCode(code)));
  return kind === -1 ? SIGN : kind;
});
