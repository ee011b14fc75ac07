import { isWithinTokenLimit } from 'gpt-tokenizer/encoding/cl100k_base';

/** What the smallest common embedding models take. */
const TOKEN_LIMIT = 512;

/**
 * Whether a text has at most 512 tokens of cl100k_base (text-embedding-3). Counting is the slowest
 * step of chunking, so it happens only where a cautious estimate does not already say yes.
 */
export function fitsTokenLimit(text: string): boolean {
  if (Buffer.byteLength(text) <= TOKEN_LIMIT) return true;
  if (estimateTokens(text) <= TOKEN_LIMIT) return true;
  return isWithinTokenLimit(text, TOKEN_LIMIT, { allowedSpecial: 'all' }) !== false;
}

/**
 * An estimate on the high side: a sum of weights per kind of character. Even invented words have at
 * most .51 tokens a character as long as a quarter of their letters are vowels (measured), so a
 * chunk of 1000 letters fits; text with too few vowels or spaces for words (keys, base64, noise) is
 * not estimated at all.
 */
function estimateTokens(text: string): number {
  const counts = new Uint32Array(WEIGHTS.length);
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? FOREIGN;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const [consonants = 0, vowels = 0, spaces = 0] = counts;
  const letters = consonants + vowels;
  if (vowels < letters * 0.25 || spaces * 12 < letters) return Number.POSITIVE_INFINITY;
  return WEIGHTS.reduce((sum, weight, kind) => sum + weight * (counts[kind] ?? 0), 0);
}

/** Tokens per character: consonants, vowels, spaces, other signs, other scripts. */
const WEIGHTS = [0.4, 0.4, 0.1, 0.8, 3] as const;
const SIGN = 3;
const FOREIGN = 4;

/** The kind of each ASCII character. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const kind = [/[b-df-hj-np-tv-xz]/i, /[aeiouy]/i, / /].findIndex((pattern) =>
    pattern.test(String.fromCharCode(code)),
  );
  return kind === -1 ? SIGN : kind;
});
