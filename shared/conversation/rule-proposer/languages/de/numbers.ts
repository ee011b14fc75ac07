import type { NumberGrammar } from '../../grammar.ts';

const UNITS = 'null ein zwei drei vier fünf sechs sieben acht neun'.split(' ');
const TEENS = 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
  ' ',
);
const TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');

const LARGEST = 1999;

/** German writes a number as one word, so that all of them up to the largest make up the list. */
const spelled = (value: number): string => {
  if (value < 10) return UNITS[value] ?? '';
  if (value < 20) return TEENS[value - 10] ?? '';
  if (value < 100) return tens(value);
  const [size, name] = value < 1000 ? ([100, 'hundert'] as const) : ([1000, 'tausend'] as const);
  const rest = value % size;
  return `${spelled(Math.floor(value / size))}${name}${rest > 0 ? spelled(rest) : ''}`;
};

function tens(value: number): string {
  const unit = value % 10;
  return `${unit > 0 ? `${spelled(unit)}und` : ''}${TENS[Math.floor(value / 10) - 2] ?? ''}`;
}

/** As they are folded: "fünf", "funf" and "fuenf", with and without the "ein" of "einhundert". */
function spellings(value: number): string[] {
  const plain = spelled(value).replaceAll('ß', 'ss');
  const short = plain.replace(/^ein(?=hundert|tausend)/, '');
  const counted = (word: string) => (word.endsWith('ein') ? [word, `${word}s`] : [word]);
  return [plain, short]
    .flatMap(counted)
    .flatMap((word) => [
      word.replaceAll('ü', 'u').replaceAll('ö', 'o'),
      word.replaceAll('ü', 'ue').replaceAll('ö', 'oe'),
    ]);
}

/** "ein" alone is an article far more often than a number. */
const COMPOUNDS = Array.from({ length: LARGEST + 1 }, (_, value) => value)
  .filter((value) => value !== 1)
  .flatMap((value) => spellings(value).map((word) => [word, value] as const));

/** "Wir sind zu zehnt." */
const TOGETHER = Object.fromEntries(
  'zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft'
    .split(' ')
    .map((word, index) => [`zu ${word}`, index + 2] as const),
);

/** "Drei viertel acht" in two words: 7:45, as an hour with its minutes. */
const QUARTERS = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((hour) =>
    [...spellings(hour), ...(hour === 1 ? ['eins'] : [])].map(
      (word) => [`drei viertel ${word}`, (hour === 1 ? 12 : hour - 1) + 0.45] as const,
    ),
  ),
);

export const numbers: NumberGrammar = {
  words: {
    ...Object.fromEntries(COMPOUNDS),
    ...QUARTERS,
    eins: 1,
    zwo: 2,
    zwoundzwanzig: 22,
    ...TOGETHER,
    'ein halbes dutzend': 6,
    'halbes dutzend': 6,
    dreizig: 30,
    vierzich: 40,
    funfundzwanzich: 25,
  },
  multipliers: { dutzend: 12, tausend: 1000, hundert: 100 },
  joiners: ['und'],
  groupSeparators: ". '",
};
