import type { ClockGrammar, NumberGrammar } from '../../grammar.ts';
import { foldText } from '../../text/fold.ts';

/** One to ninety-nine: every one of them is a word of its own. */
const BELOW_HUNDRED =
  'एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे'.split(
    ' ',
  );

const OTHER_SPELLINGS: readonly (readonly [string, number])[] = [
  ['शून्य', 0],
  ['छः', 6],
  ['छे', 6],
  ['पन्द्रह', 15],
  ['अठाईस', 28],
  ['दर्जन', 12],
  ['डेढ़ सौ', 150],
  ['ढाई सौ', 250],
  ['ek', 1],
  ['teen', 3],
  ['chaar', 4],
  ['paanch', 5],
  ['chhah', 6],
  ['saat', 7],
  ['aath', 8],
  ['nau', 9],
  ['das', 10],
  ['barah', 12],
  ['pandrah', 15],
  ['bees', 20],
  ['pachees', 25],
  ['tees', 30],
  ['chalees', 40],
  ['pachaas', 50],
  ['pachas', 50],
  ['saath', 60],
  ['sattar', 70],
  ['assi', 80],
  ['nabbe', 90],
  ['dedh sau', 150],
];

const numbered = BELOW_HUNDRED.map((word, index) => [word, index + 1] as const);

export const numbers: NumberGrammar = {
  words: Object.fromEntries(
    [...numbered, ...OTHER_SPELLINGS].map(([word, value]) => [foldText(word), value]),
  ),
  multipliers: { सौ: 100, sau: 100, [foldText('हज़ार')]: 1000, hazaar: 1000, hazar: 1000 },
  joiners: [],
  groupSeparators: ',',
};

export const clock: ClockGrammar = {
  digital: [
    '(?<hour>\\d{1,2})[.:](?<minute>[0-5]\\d) ?(?:बजे|baje)',
    '(?<hour>\\d{1,2}) ?(?:(?<am>am)|(?<pm>pm))',
  ],
  forms: [
    { pattern: '(?:साढ़े|saadhe|sadhe) <N>(?: (?:बजे|baje))?', minutes: 30 },
    { pattern: '(?:सवा|sava) <N>(?: (?:बजे|baje))?', minutes: 15 },
    { pattern: '(?:पौने|paune) <N>(?: (?:बजे|baje))?', minutes: -15 },
    { pattern: '<N> (?:बजे|baje)', minutes: 0 },
  ],
  named: [{ pattern: 'आधी रात', minutes: 0 }],
  morning: ['सुबह', 'सवेरे', 'subah'],
  evening: ['शाम', 'दोपहर', 'shaam', 'sham', 'dopahar'],
  night: ['रात', 'raat'],
};
