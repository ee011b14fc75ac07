import type { ClockGrammar } from '../../grammar.ts';

export const clock: ClockGrammar = {
  digital: [
    '(?<hour>\\d{1,2})[.:](?<minute>[0-5]\\d)(?= ?बजे)',
    '(?<hour>\\d{1,2})(?:[.:](?<minute>[0-5]\\d))? ?(?:(?<am>a\\.?m\\.?|एएम|एम)|(?<pm>p\\.?m\\.?|पीएम))',
  ],
  forms: [
    { pattern: 'साढ़े <N>(?: ?बजे)?', minutes: 30 },
    { pattern: 'सवा <N>(?: ?बजे)?', minutes: 15 },
    { pattern: 'पौने <N>(?: ?बजे)?', minutes: -15 },
    { pattern: '<N> बजकर <N>(?: मिनट)?', minutes: 0 },
    { pattern: '<N> बजने में <N> मिनट', minutes: 0 },
    { pattern: '<N> ?बजे', minutes: 0 },
  ],
  named: [
    { pattern: 'आधी रात', minutes: 0 },
    { pattern: 'दोपहर(?= (?:से|तक))', minutes: 12 * 60 },
  ],
  morning: ['(?:सुबह|तड़के|प्रातः?|प्रातःकाल|भोर|पूर्वाह्न)(?: (?:के|की|में|को|करीब))*'],
  evening: ['(?:शाम|दोपहर|सायं|सायंकाल|अपराह्न)(?: (?:के|की|में|को|बाद|करीब))*'],
  night: ['रात(?:्रि)?(?: (?:के|की|में|को|करीब))*'],
};
