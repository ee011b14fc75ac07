/** A line in characters that finders know, and where each of them stands in the line itself. */
export interface PlainLine {
  readonly plain: string;
  /** From a position in `plain` to the one in the line. */
  positionOf(index: number): number;
}

/**
 * Digits of all scripts as 0–9, wide forms as narrow ones, every dash as `-`, every blank as a space;
 * characters that nobody sees are left out, because they are put in to hide an address.
 */
export function toPlainCharacters(line: string): PlainLine {
  if (!NON_ASCII.test(line)) return { plain: line, positionOf: (index) => index };
  let plain = '';
  const positions: number[] = [];
  let at = 0;
  for (const character of line) {
    const written = plainOf(character);
    for (let unit = 0; unit < written.length; unit += 1) positions.push(at);
    plain += written;
    at += character.length;
  }
  return { plain, positionOf: (index) => positions[index] ?? line.length };
}

const NON_ASCII = /[^\0-\x7f]/;
const UNSEEN = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/u;
const DASH = /^[\p{Pd}\u2212]$/u;
const DIGIT = /^\p{Nd}$/u;
const WIDE = /^[\uff01-\uff5e]$/u;

function plainOf(character: string): string {
  if (character <= '\x7f') return character;
  if (UNSEEN.test(character)) return '';
  if (DASH.test(character)) return '-';
  if (DIGIT.test(character)) return String(digitOf(character));
  if (WIDE.test(character)) return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  // One unit for one character, so that letters outside the basic plane do not shift anything.
  return /^\s$/u.test(character) ? ' ' : (character[0] ?? '');
}

/** Unicode lists the ten digits of a script in order, so a digit is as far from its zero as it counts. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code >= FIRST_MATHEMATICAL && code <= LAST_MATHEMATICAL)
    return (code - FIRST_MATHEMATICAL) % 10;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** Five runs of digits without a gap between them. */
const FIRST_MATHEMATICAL = 0x1d7ce;
const LAST_MATHEMATICAL = 0x1d7ff;
