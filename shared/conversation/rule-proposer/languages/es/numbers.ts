import type { NumberGrammar } from '../../grammar.ts';

const UNITS =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'
    .split(' ')
    .map((word, value) => [word, value] as const);

const TENS = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'
  .split(' ')
  .map((word, index) => [word, (index + 3) * 10] as const);

/** "cuarentena" is a quarantine far more often than forty people. */
const ABOUT = {
  decena: 10,
  quincena: 15,
  veintena: 20,
  treintena: 30,
  cincuentena: 50,
  sesentena: 60,
};

const HUNDREDS = 'doscient trescient cuatrocient quinient seiscient setecient ochocient novecient'
  .split(' ')
  .flatMap((stem, index) => [
    [`${stem}os`, (index + 2) * 100] as const,
    [`${stem}as`, (index + 2) * 100] as const,
  ]);

/** "un" and "una" alone are articles far more often than numbers. */
const ENDING_IN_ONE = Object.fromEntries(
  [...TENS, ...HUNDREDS, ['ciento', 100] as const].flatMap(([word, value]) =>
    ['un', 'una'].map((one) => [`${word}${value < 100 ? ' y' : ''} ${one}`, value + 1] as const),
  ),
);

export const numbers: NumberGrammar = {
  words: {
    ...Object.fromEntries([...UNITS, ...TENS, ...HUNDREDS]),
    ...ABOUT,
    ...Object.fromEntries(Object.entries(ABOUT).map(([word, value]) => [`una ${word}`, value])),
    ...ENDING_IN_ONE,
    veintiun: 21,
    veintiuna: 21,
    'diez y seis': 16,
    'veinte y cinco': 25,
    cien: 100,
    ciento: 100,
    'media docena': 6,
    'medio centenar': 50,
  },
  multipliers: { docena: 12, docenas: 12, decenas: 10, centenar: 100, centenares: 100, mil: 1000 },
  joiners: ['y', 'de'],
  groupSeparators: ". '",
};
