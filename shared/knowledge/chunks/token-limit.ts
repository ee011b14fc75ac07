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
 * An estimate on the high side. Letters of readable words share a token with two or more others;
 * digits, signs and other scripts are counted as a token or more each; text with too few vowels or
 * spaces for words (keys, base64, noise) is not estimated at all.
 */
function estimateTokens(text: string): number {
  const counts = { letter: 0, vowel: 0, space: 0, sign: 0, foreign: 0 };
  for (let at = 0; at < text.length; at += 1) counts[classOf(text.charCodeAt(at))] += 1;
  const letters = counts.letter + counts.vowel;
  const readable = counts.vowel >= letters * 0.25 && counts.space * 12 >= letters;
  if (!readable) return Number.POSITIVE_INFINITY;
  return letters * 0.4 + counts.space * 0.1 + counts.sign + counts.foreign * 3;
}

type CharacterClass = 'letter' | 'vowel' | 'space' | 'sign' | 'foreign';

const ASCII_CLASSES = Array.from({ length: 128 }, (_, code): CharacterClass => {
  const character = String.fromCharCode(code);
  if (/[aeiouy]/i.test(character)) return 'vowel';
  if (/[a-z]/i.test(character)) return 'letter';
  return character === ' ' ? 'space' : 'sign';
});

const classOf = (code: number): CharacterClass => ASCII_CLASSES[code] ?? 'foreign';
