/** A text made comparable: lower case, plain letters and digits; every unit knows where it came from. */
export interface Folded {
  readonly text: string;
  /** `origin[i]` is the offset in the original of the folded unit i; one entry more for the end. */
  readonly origin: readonly number[];
}

/**
 * Folds case, Latin accents, Arabic vowel signs and letter variants, Devanagari nukta, digits of any
 * script, and the many forms of dashes, quotes and spaces. Digits stand apart from Arabic letters they
 * were written against ("ل٦٠شخصًا"). The original must be NFC.
 */
export function fold(original: string): Folded {
  const units: string[] = [];
  const origin: number[] = [];
  let offset = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    const apart = isArabicBesideDigit(units.at(-1) ?? '', folded) ? ` ${folded}` : folded;
    // An emoji is two units, here as in the original.
    for (const unit of apart.split('')) {
      units.push(unit);
      origin.push(offset);
    }
    offset += character.length;
  }
  origin.push(original.length);
  return { text: units.join(''), origin };
}

export const foldText = (text: string): string => fold(text.normalize('NFC')).text;

const isArabicBesideDigit = (left: string, right: string): boolean =>
  (isArabic(left) && isDigit(right)) || (isDigit(left) && isArabic(right));

const isArabic = (unit: string): boolean =>
  unit >= '\u0600' && /^(?=\p{L})\p{Script=Arabic}/u.test(unit);
const isDigit = (unit: string): boolean => unit >= '0' && unit <= '9';

const REPLACED: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '।': '.',
  '：': ':',
  '，': ',',
  ß: 'ss',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ـ: '',
  'ँ': 'ं',
  '़': '',
};

function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase();
  const replaced = REPLACED[character];
  if (replaced !== undefined) return replaced;
  return foldRare(character);
}

function foldRare(character: string): string {
  if (/\p{Nd}/u.test(character)) return digitOf(character);
  // Arabic vowel signs; and our own markers, which no message may bring along.
  if (/[\u064B-\u065F\u0670]/.test(character)) return '';
  // Marks of writing direction come along with text that was copied.
  if (/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(character)) return '';
  if (/[\uE000-\uE00F]|[^\S\n]/.test(character)) return ' ';
  if (/\p{Script=Latin}/u.test(character)) {
    return character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  }
  return character.toLowerCase();
}

/** Decimal digits of every script stand in runs of ten; zero is where its block begins. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
