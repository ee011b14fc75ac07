import { LONGEST_WORD, tokensOfPiece } from './count-tokens.ts';
import { estimateTokens, LONGEST_ESTIMATED } from './estimate-tokens.ts';
import { pieceEnd } from './token-pieces.ts';

/** What the smallest common embedding models take. */
const TOKEN_LIMIT = 512;

/**
 * How far a text may be taken from `from`, at most to `to`, so that it has at most 512 tokens.
 * Counting is the slowest step of chunking, so it happens only where a cautious estimate does not
 * already say that all of it fits.
 */
export function endWithinTokens(text: string, from: number, to: number): number {
  // A UTF-16 unit has at most three bytes, and a token at least one.
  const length = to - from;
  if (length * 3 <= TOKEN_LIMIT) return to;
  if (length <= LONGEST_ESTIMATED && estimateTokens(text, from, to) <= TOKEN_LIMIT) return to;
  return endByCounting(text, from, to);
}

function endByCounting(text: string, from: number, to: number): number {
  let left = TOKEN_LIMIT;
  for (let at = from; at < to; ) {
    const end = pieceEnd(text, at, to);
    const tokens = tokensOfPiece(text, at, end);
    if (tokens > left) return endWithinPiece(text, at, end, left);
    left -= tokens;
    at = end;
  }
  return to;
}

/** How far a piece may be taken that does not fit as a whole. Words are not divided. */
function endWithinPiece(text: string, from: number, to: number, tokens: number): number {
  if (to - from <= LONGEST_WORD) return from;
  let left = tokens;
  for (let at = from; at < to; at += LONGEST_WORD) {
    left -= tokensOfPiece(text, at, Math.min(at + LONGEST_WORD, to));
    if (left < 0) return at;
  }
  return to;
}
