/**
 * Where the piece ends that begins at `from`, at most at `to`. The encoding divides a text into pieces
 * before it merges anything, so no token spans two. ASCII, nearly all of most texts, is divided without
 * the pattern, which takes ten times as long.
 */
export function pieceEnd(text: string, from: number, to: number): number {
  const most = Math.min(from + LONGEST_PIECE, to);
  const end = asciiEnd(text, from, most);
  // What follows in another alphabet may belong to it.
  if (end !== undefined && (end >= most || text.charCodeAt(end) < 128)) return end;
  const window = text.slice(from, most);
  return from + (PIECE.exec(window)?.[0].length ?? 1);
}

/** What is longer is divided: it is no word, and a line of megabytes must not be looked at again and again. */
const LONGEST_PIECE = 256;

/** The pattern of cl100k_base, as tiktoken publishes it. */
const PIECE =
  /^(?:'(?:[sS]|[dD]|[mM]|[tT]|[lL][lL]|[vV][eE]|[rR][eE])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s)/u;

/** The same for ASCII; undefined where only the pattern can tell. */
function asciiEnd(text: string, from: number, to: number): number | undefined {
  const first = KIND_OF[text.charCodeAt(from)];
  const second = KIND_OF[text.charCodeAt(from + 1)];
  if (first === LETTER) return endOf(text, from, to, LETTER);
  if (first === DIGIT) return endOf(text, from, Math.min(from + 3, to), DIGIT);
  if (first !== SPACE && first !== SIGN) return undefined;
  if (second === LETTER) return endOf(text, from + 1, to, LETTER);
  if (first === SIGN) return endOfSigns(text, from, to);
  if (text[from] === ' ' && isSign(second)) return endOfSigns(text, from + 1, to);
  return second === DIGIT ? from + 1 : undefined;
}

/** Line breaks belong to the signs before them. A quote among the signs is one of them. */
function endOfSigns(text: string, from: number, to: number): number {
  let end = from;
  while (end < to && isSign(KIND_OF[text.charCodeAt(end)])) end += 1;
  return endOf(text, end, to, BREAK);
}

const isSign = (kind: number | undefined): boolean => kind === SIGN || kind === QUOTE;

function endOf(text: string, from: number, to: number, kind: number): number {
  let end = from;
  while (end < to && KIND_OF[text.charCodeAt(end)] === kind) end += 1;
  return end;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const BREAK = 4;
const SIGN = 5;
/** May begin a piece of its own: `'s`. */
const QUOTE = 6;

const KINDS = [/[a-z]/i, /\d/, /[^\S\r\n]/, /[\r\n]/, /[^']/, /'/] as const;

const KIND_OF = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  code < 128 ? 1 + KINDS.findIndex((kind) => kind.test(String.fromCharCode(code))) : OTHER,
);
