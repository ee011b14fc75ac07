import type { ClockGrammar, NumberGrammar } from '../../grammar.ts';

const UNITS =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'
    .split(' ')
    .map((word, index) => [word.replace('-', ' '), index + 1] as const);

const below = (limit: number) => UNITS.filter(([, value]) => value < limit);

/** "vingt et un" but "vingt deux"; soixante and quatre-vingt go on to nineteen. */
const tens = [
  ['vingt', 20, 10],
  ['trente', 30, 10],
  ['quarante', 40, 10],
  ['cinquante', 50, 10],
  ['soixante', 60, 20],
  ['septante', 70, 10],
  ['quatre vingt', 80, 20],
  ['huitante', 80, 10],
  ['nonante', 90, 10],
] as const;

const compounds = tens.flatMap(([ten, value, limit]) => [
  [ten, value] as const,
  ...below(limit).flatMap(([unit, add]) => [
    [`${ten} ${unit}`, value + add] as const,
    [`${ten} et ${unit}`, value + add] as const,
  ]),
]);

export const numbers: NumberGrammar = {
  words: Object.fromEntries([
    ['zero', 0],
    ['une', 1],
    ['quatre vingts', 80],
    ['dizaine', 10],
    ['douzaine', 12],
    ['quinzaine', 15],
    ['vingtaine', 20],
    ['trentaine', 30],
    ['quarantaine', 40],
    ['cinquantaine', 50],
    ['soixantaine', 60],
    ['centaine', 100],
    ...UNITS,
    ...compounds,
  ]),
  multipliers: { cent: 100, cents: 100, mille: 1000 },
  joiners: [],
  groupSeparators: '. ',
};

export const clock: ClockGrammar = {
  digital: [
    '(?<hour>\\d{1,2}) ?h ?(?<minute>[0-5]\\d)',
    '(?<hour>\\d{1,2}) ?(?:h|heures?)(?! ?\\d| ?/| et (?:demie|quart)| moins)',
  ],
  forms: [
    { pattern: '<N> ?(?:h|heures?)? et demie?', minutes: 30 },
    { pattern: '<N> ?(?:h|heures?)? et quart', minutes: 15 },
    { pattern: '<N> ?(?:h|heures?)? moins (?:le )?quart', minutes: -15 },
    { pattern: '<N> heures?', minutes: 0 },
  ],
  named: [
    { pattern: 'midi', minutes: 12 * 60 },
    { pattern: 'minuit', minutes: 0 },
  ],
  morning: ['du matin', 'le matin'],
  evening: ["de l'après-midi", 'du soir', 'le soir'],
  night: ['la nuit', 'de la nuit'],
};
