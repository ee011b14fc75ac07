/** What begins lines, turns directions, or cannot be seen; joiners stay, which scripts are written with. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/**
 * Somebody's text as part of a line of ours: on that line, no longer than asked for, and where it is
 * written from right to left kept from moving what stands around it (Unicode Standard Annex 9).
 */
export function isolated(text: string, most: number): string {
  const seen = text.replace(UNSEEN, ' ').trim();
  const short = seen.length > most ? `${seen.slice(0, most - 1).toWellFormed()}…` : seen;
  return RIGHT_TO_LEFT.test(short) ? `${FIRST_STRONG_ISOLATE}${short}${POP_ISOLATE}` : short;
}
