import type { NumberGrammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';

type Named = readonly (readonly [string, number])[];

/** "a b c" → each of them with the value. */
const all = (words: string, value: number): Named =>
  words.split(' ').map((word) => [foldText(word), value] as const);

const units: Named = [
  // Bare "واحد" behind a number counts people: "١٨ واحد".
  ...all('واحدة وحدة', 1),
  ...all('اثنان اثنين اثنتان اثنتين اتنين تنين ثنتين', 2),
  ...all('ثلاثة ثلاث تلاتة تلات', 3),
  ...all('أربعة أربع', 4),
  ...all('خمسة خمس', 5),
  ...all('ستة ست', 6),
  ...all('سبعة سبع', 7),
  ...all('ثمانية ثماني ثمان تمانية تمنية تمن', 8),
  ...all('تسعة تسع', 9),
];

const tens: Named = [
  ...all('عشرون عشرين', 20),
  ...all('ثلاثون ثلاثين تلاتين', 30),
  ...all('أربعون أربعين', 40),
  ...all('خمسون خمسين', 50),
  ...all('ستون ستين', 60),
  ...all('سبعون سبعين', 70),
  ...all('ثمانون ثمانين تمانين', 80),
  ...all('تسعون تسعين', 90),
];

/** "قرابة الستين شخصًا". */
const definiteTens: Named = tens.map(([word, value]) => [`ال${word}`, value] as const);

/** Written in two words, and as people in Cairo, Beirut and Riyadh write them in one. */
const teens: Named = [
  ...all('عشرة عشر', 10),
  ...['أحد عشر', 'إحدى عشرة', 'احدى عشر'].map((word) => [foldText(word), 11] as const),
  ...['اثنا عشر', 'اثني عشر', 'اثنتا عشرة', 'اثنتي عشرة', 'اتنا عشر'].map(
    (word) => [foldText(word), 12] as const,
  ),
  ...units
    .filter(([, value]) => value > 2)
    .flatMap(([unit, value]) => [
      [`${unit} عشر`, value + 10] as const,
      [`${unit} عشره`, value + 10] as const,
    ]),
  ...all('حداشر احداشر احدعش حدعش', 11),
  ...all('اتناشر اطنعش اثنعش اثناعش اثناعشر', 12),
  ...all('تلتاشر تلاتاشر تلطعش ثلطعش ثلاثطعش ثلاثتعش', 13),
  ...all('أربعتاشر أربعطعش اربعتعش', 14),
  ...all('خمستاشر خمسطعش خمستعش', 15),
  ...all('ستاشر سطعش ستطعش', 16),
  ...all('سبعتاشر سبعطعش سبعتعش', 17),
  ...all('تمنتاشر تمانتاشر تمنطعش ثمنطعش ثمانطعش', 18),
  ...all('تسعتاشر تسعطعش تسعتعش', 19),
];

/** Units come before tens: "خمسة وستون" is 65. "و" stands apart here (slips.ts). */
const compounds: Named = [...all('واحد', 1), ...units].flatMap(([unit, add]) =>
  tens.map(([ten, value]) => [`${unit} و ${ten}`, value + add] as const),
);

const hundreds: Named = [
  ...all('مئتان مئتين مائتان مائتين ميتين مئتا مائتا مئتي مائتي', 200),
  ...[
    ['ثلاث', 'ثلث', 'تلت'],
    ['أربع', 'ربع'],
    ['خمس'],
    ['ست'],
    ['سبع'],
    ['ثمان', 'ثماني', 'ثمن', 'تمن'],
    ['تسع'],
  ].flatMap((stems, index) =>
    stems.flatMap((stem) => all(`${stem}مئة ${stem}مائة ${stem}مية`, (index + 3) * 100)),
  ),
];

/** Hours are told with ordinals: "الساعة الثامنة". */
const hours: Named = [
  ...all('الواحدة', 1),
  ...all('الثانية التانية', 2),
  ...all('الثالثة التالتة الثلاثة التلاتة', 3),
  ...all('الرابعة الأربعة', 4),
  ...all('الخامسة الخمسة', 5),
  ...all('السادسة الستة', 6),
  ...all('السابعة السبعة', 7),
  ...all('الثامنة التامنة الثمانية التمانية', 8),
  ...all('التاسعة التسعة', 9),
  ...all('العاشرة العشرة', 10),
  ['الحاديه عشره', 11],
  ['الحاديه عشر', 11],
  ['الثانيه عشره', 12],
  ['الثانيه عشر', 12],
];

/** Each of these may have a letter for "and" or "to" written before it. */
export const NUMBER_WORDS: readonly string[] = [
  ...[...units, ...tens, ...definiteTens, ...teens, ...hundreds, ...hours].map(([word]) => word),
  ...['مئة', 'مائة', 'مية', 'ألف', 'آلاف'].map(foldText),
].filter((word) => !word.includes(' '));

export const numbers: NumberGrammar = {
  words: Object.fromEntries([
    ...units,
    ...tens,
    ...definiteTens,
    ...teens,
    ...compounds,
    ...hundreds,
    ...hours,
    ...all('صفر', 0),
    ...all('ألفان ألفين ألفا', 2000),
  ]),
  multipliers: Object.fromEntries([
    ...all('مئة مائة مية ميت', 100),
    ...all('ألف آلاف', 1000),
    ...all('دزينة درزن', 12),
  ]),
  joiners: ['و'],
  groupSeparators: ',٬.',
};
