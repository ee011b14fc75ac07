/** Latin letters that people write for a Devanagari one; after folding, so without nukta and chandrabindu. */
const CONSONANTS: Readonly<Record<string, string>> = {
  क: 'k',
  ख: 'kh',
  ग: 'g',
  घ: 'gh',
  च: 'ch',
  छ: 'chh ch',
  ज: 'j z',
  झ: 'jh',
  ट: 't',
  ठ: 'th',
  ड: 'd r',
  ढ: 'dh rh',
  ण: 'n',
  त: 't',
  थ: 'th',
  द: 'd',
  ध: 'dh',
  न: 'n',
  प: 'p',
  फ: 'ph f',
  ब: 'b',
  भ: 'bh',
  म: 'm',
  य: 'y',
  र: 'r',
  ल: 'l',
  व: 'v w',
  श: 'sh',
  ष: 'sh',
  स: 's',
  ह: 'h',
};

const VOWELS: Readonly<Record<string, string>> = {
  अ: 'a',
  आ: 'aa a',
  इ: 'i',
  ई: 'i ee',
  उ: 'u',
  ऊ: 'u oo',
  ए: 'e ye',
  ऐ: 'ai',
  ओ: 'o',
  औ: 'au ou',
  ऑ: 'o',
};

/** Vowel signs; the anusvara is hardly written at the end of a word. */
const SIGNS: Readonly<Record<string, string>> = {
  'ा': 'a aa',
  'ि': 'i',
  'ी': 'i ee',
  'ु': 'u',
  'ू': 'u oo',
  'े': 'e',
  'ै': 'ai',
  'ो': 'o',
  'ौ': 'au ou',
  'ॉ': 'o',
  'ृ': 'ri',
  'ं': 'n -',
  '्': '-',
};

const MOST_SPELLINGS = 64;

/** The ways a folded Devanagari word is written in Latin letters: "पचास" is pachas and pachaas. */
export function romanised(word: string): string[] {
  const units = [...word];
  const spelled = units.reduce<string[]>(
    (heads, unit, at) =>
      heads.flatMap((head) => writings(units, unit, at).map((tail) => head + tail)),
    [''],
  );
  const plain = spelled.map((each) => each.replace(/(ch|[^aeiou])\1/g, '$1'));
  return [...new Set([...spelled, ...plain])].slice(0, MOST_SPELLINGS);
}

function writings(units: readonly string[], unit: string, at: number): string[] {
  const consonant = CONSONANTS[unit];
  const written = choices(consonant ?? VOWELS[unit] ?? SIGNS[unit] ?? unit);
  if (consonant === undefined) return written;
  return written.flatMap((letter) => inherent(units, at).map((vowel) => letter + vowel));
}

/** The vowel that is not written: heard in the first syllable, silent at the end, either way between. */
function inherent(units: readonly string[], at: number): string[] {
  const next = units[at + 1];
  if (next === undefined) return at === 0 ? ['a'] : [''];
  if (next === 'ं') return ['a'];
  if (next in SIGNS) return [''];
  return at === 0 ? ['a'] : ['a', ''];
}

const choices = (list: string): string[] => list.split(' ').map((each) => each.replace('-', ''));
