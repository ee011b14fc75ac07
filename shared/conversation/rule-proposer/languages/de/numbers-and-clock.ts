import type { ClockGrammar, NumberGrammar } from '../../grammar.ts';

/** Folded: "fünf" is "funf", "dreißig" is "dreissig". */
const ONES =
  'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const TENS = 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' ');
const PREFIXES = ['ein', ...ONES.slice(1, 9)];

const belowTwenty = ONES.map((word, index) => [word, index + 1] as const);
const tens = TENS.map((word, index) => [word, (index + 2) * 10] as const);
const compounds = tens.flatMap(([word, value]) =>
  PREFIXES.map((prefix, index) => [`${prefix}und${word}`, value + index + 1] as const),
);
const belowHundred = [...belowTwenty, ...tens, ...compounds];

/** "zweihundertzehn", "hundertzwanzig", "zweihundertundzehn". */
const hundreds = ['', ...PREFIXES].flatMap((prefix, index) => {
  const value = Math.max(1, index) * 100;
  const word = `${prefix}hundert`;
  const rest = belowHundred.flatMap(([below, add]) => [
    [word + below, value + add] as const,
    [`${word}und${below}`, value + add] as const,
  ]);
  return [[word, value] as const, ...rest];
});

export const numbers: NumberGrammar = {
  words: Object.fromEntries([
    ['null', 0],
    ['ein', 1],
    ['eine', 1],
    ['einen', 1],
    ['zwo', 2],
    ['tausend', 1000],
    ['eintausend', 1000],
    ['ein halbes dutzend', 6],
    ...belowHundred,
    ...hundreds,
  ]),
  multipliers: { dutzend: 12 },
  joiners: [],
  groupSeparators: '.',
};

export const clock: ClockGrammar = {
  digital: [
    '(?<hour>\\d{1,2})[:.](?<minute>[0-5]\\d) ?uhr',
    '(?<hour>\\d{1,2}) ?uhr ?(?<minute>[0-5]\\d)',
    '(?<hour>\\d{1,2}) ?uhr(?! ?\\d)',
    '(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)(?=\\s*(?:-|bis))',
    '(?<hour>\\d{1,2}) ?h(?=\\s*(?:-|bis|$|[.,]))',
  ],
  forms: [
    { pattern: 'halb <N>', minutes: -30 },
    { pattern: 'viertel nach <N>', minutes: 15 },
    { pattern: 'viertel vor <N>', minutes: -15 },
    { pattern: 'dreiviertel <N>', minutes: -15 },
    { pattern: '<N> uhr', minutes: 0 },
  ],
  named: [
    { pattern: '(?:12 uhr )?mittags?', minutes: 12 * 60 },
    { pattern: 'mitternacht', minutes: 0 },
  ],
  morning: ['morgens', 'früh', 'vormittags', 'am (?:morgen|vormittag)', 'in der früh'],
  evening: ['abends', 'nachmittags', 'am (?:abend|nachmittag)'],
  night: ['nachts', 'in der nacht'],
};
