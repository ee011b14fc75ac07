/**
 * The words of a text in any language, in order: NFC, lower case, accents of Latin, Greek and
 * Cyrillic folded so that "clinica" finds "clínica". Scripts that write no spaces (Han, Kana,
 * Thai, …) come as overlapping pairs of characters, which needs no dictionary.
 */
export function wordsOf(text: string): string[] {
  const words = fold(text).match(WORD) ?? [];
  return words.some((word) => UNSPACED.test(word)) ? words.flatMap(pairsOf) : words;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const NON_ASCII = /[^\0-\x7f]/;
/** Combining accents, and the short vowels and stretching of Arabic; Indic vowel signs stay. */
const ACCENTS = /[\u0300-\u036f\u064b-\u0652\u0640]/g;

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!NON_ASCII.test(lower)) return lower;
  return lower.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
}

function pairsOf(word: string): string[] {
  if (!UNSPACED.test(word)) return [word];
  const characters = [...word];
  if (characters.length < 3) return [word];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
