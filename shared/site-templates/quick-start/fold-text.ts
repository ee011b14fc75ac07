/** One spelling for what people write in many: case, accents, digits, vowel signs and articles. */
export function foldWord(word: string): string {
  const folded = asciiDigits(word.normalize('NFKC').toLowerCase())
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(IGNORED_MARKS, '')
    .normalize('NFC')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ँ', 'ं');
  return folded.replace(/^ال(?=\p{L}{3})/u, '');
}

/** A phrase without the spaces, because `data center`, `data-center` and `datacenter` are one. */
export const foldPhrase = (phrase: string): string => wordsOf(phrase).map(foldWord).join('');

export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

export const WORD = /[\p{L}\p{M}\p{N}]+/gu;

// Latin accents, Arabic vowel signs and stretching, the Devanagari dot, zero-width joiners.
const IGNORED_MARKS = /[\u0300-\u036f\u0640\u064b-\u0655\u0670\u093c\u200c\u200d]/g;

/** Arabic-Indic, Persian and Devanagari digits as 0 to 9. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = [0x0660, 0x06f0, 0x0966].findLast((first) => first <= code) ?? code;
    return String(code - zero);
  });
