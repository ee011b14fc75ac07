import type { NumberGrammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';

type Named = readonly (readonly [string, number])[];

/** One to ninety-nine: every one of them is a word of its own. */
const BELOW_HUNDRED: Named =
  'एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे'
    .split(' ')
    .map((word, index) => [foldText(word), index + 1] as const);

const OTHER_SPELLINGS: Named = Object.entries({
  शून्य: 0,
  ज़ीरो: 0,
  zero: 0,
  छः: 6,
  छ: 6,
  छे: 6,
  छै: 6,
  chhe: 6,
  che: 6,
  chah: 6,
  gyara: 11,
  बारा: 12,
  पन्द्रह: 15,
  pandra: 15,
  सतरह: 17,
  अट्ठारह: 18,
  पचीस: 25,
  अठाईस: 28,
  उन्तीस: 29,
  इकत्तीस: 31,
  उन्तालीस: 39,
  चौवालीस: 44,
  चौआलीस: 44,
  chawalis: 44,
  tetalis: 43,
  taintalis: 43,
  tirpan: 53,
  chhappan: 56,
  chhiyasath: 66,
  unasi: 79,
  उन्चास: 49,
  unchaas: 49,
  इक्यावन: 51,
  तिरेपन: 53,
  चव्वन: 54,
  अठावन: 58,
  उनसठ: 59,
  saath: 60,
  sath: 60,
  तिरेसठ: 63,
  चौसठ: 64,
  पैसठ: 65,
  उन्हत्तर: 69,
  अठत्तर: 78,
  उनासी: 79,
  उन्नासी: 79,
  इकासी: 81,
  ब्यासी: 82,
  पिचासी: 85,
  पिच्चासी: 85,
  पंचानवे: 95,
  पिचानवे: 95,
}).map(([word, value]) => [foldText(word), value]);

/** "नवे" is written and spoken "नबे" as well, and long vowels as short ones. */
const slurred = (words: Named): Named =>
  words.flatMap(([word, value]) =>
    [word.replace(/नवे$/, 'नबे'), word.replace(/ीस$/, 'िस')].map((form) => [form, value] as const),
  );

const COUNTS = [...BELOW_HUNDRED, ...OTHER_SPELLINGS, ...slurred(BELOW_HUNDRED)];

/** "सवा दो सौ" is two and a quarter hundreds, "पौने दो सौ" a quarter less than two, "साढ़े तीन सौ" half more. */
const partHundreds = (hundred: string, size: number): Named => [
  [`डेढ ${hundred}`, 1.5 * size],
  [`ढाई ${hundred}`, 2.5 * size],
  [`सवा ${hundred}`, 1.25 * size],
  [`पौन ${hundred}`, 0.75 * size],
  [`पौने ${hundred}`, 0.75 * size],
  ...BELOW_HUNDRED.slice(0, 9).flatMap(
    ([word, count]): Named => [
      [`सवा ${word} ${hundred}`, (count + 0.25) * size],
      [`पौने ${word} ${hundred}`, (count - 0.25) * size],
      [`साढे ${word} ${hundred}`, (count + 0.5) * size],
    ],
  ),
];

/** Every word of a number, as people write it in Latin letters, too. */
export const NUMBER_WORDS: readonly string[] = [
  ...new Set(COUNTS.map(([word]) => word)),
  ...['सौ', 'हजार', 'दर्जन', 'लाख', 'डेढ', 'ढाई'],
];

export const numbers: NumberGrammar = {
  words: Object.fromEntries([
    ...COUNTS,
    ...partHundreds('सौ', 100),
    ...partHundreds('हजार', 1000),
    // On the clock: one thirty and two thirty, as somebody writes 1.30.
    ['डेढ बजे', 1.3],
    ['ढाई बजे', 2.3],
    [foldText('आधा दर्जन'), 6],
  ]),
  multipliers: { दर्जन: 12, dozen: 12, सौ: 100, हजार: 1000, लाख: 100_000 },
  joiners: [],
  groupSeparators: ',',
};
