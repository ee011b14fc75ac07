import type { NumberGrammar } from '../../grammar.ts';

const UNITS =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'
    .split(' ')
    .map((word, index) => [word.replace('-', ' '), index + 1] as const);

const below = (limit: number) => [
  ...UNITS.filter(([, value]) => value < limit),
  ['une', 1] as const,
];

/** "vingt et un" but "vingt deux"; soixante and quatre-vingt go on to nineteen. */
const TENS = [
  ['vingt', 20, 10],
  ['trente', 30, 10],
  ['quarante', 40, 10],
  ['cinquante', 50, 10],
  ['soixante', 60, 20],
  ['septante', 70, 10],
  ['quatre vingt', 80, 20],
  ['huitante', 80, 10],
  ['octante', 80, 10],
  ['nonante', 90, 10],
] as const;

const COMPOUNDS = TENS.flatMap(([ten, value, limit]) => [
  [ten, value] as const,
  ...below(limit).flatMap(([unit, add]) => [
    [`${ten} ${unit}`, value + add] as const,
    [`${ten} et ${unit}`, value + add] as const,
  ]),
]);

export const numbers: NumberGrammar = {
  words: Object.fromEntries([
    ['zero', 0],
    ['quatre vingts', 80],
    ['huitaine', 8],
    ['quinzaine', 15],
    ['vingtaine', 20],
    ['trentaine', 30],
    ['quarantaine', 40],
    ['cinquantaine', 50],
    ['soixantaine', 60],
    ['demi douzaine', 6],
    // "un" and "une" alone are articles far more often than numbers.
    ...UNITS.filter(([, value]) => value > 1),
    ...COMPOUNDS,
  ]),
  multipliers: {
    dizaine: 10,
    dizaines: 10,
    douzaine: 12,
    douzaines: 12,
    cent: 100,
    cents: 100,
    centaine: 100,
    centaines: 100,
    mille: 1000,
    milliers: 1000,
    millier: 1000,
  },
  joiners: ['et'],
  groupSeparators: ". '",
};
