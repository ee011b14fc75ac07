import type { ClockGrammar } from '../../grammar.ts';

const PEOPLE = '(?! ?(?:<people>))';

export const clock: ClockGrammar = {
  digital: [
    `(?<hour>\\d{1,2}) ?(?:h|heures?) ?(?<minute>[0-5]\\d)${PEOPLE}`,
    '(?<hour>\\d{1,2})[.:](?<minute>[0-5]\\d) ?(?:h|heures?)',
    '(?<hour>\\d{1,2}) ?(?:h|heures?)(?! ?/| (?:et (?:demie?|quart)|moins))',
    '(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?(?:(?<am>a\\.?m)|(?<pm>p\\.?m))\\.?',
  ],
  forms: [
    { pattern: '<N>(?: ?h| heures?)? et demie?', minutes: 30 },
    { pattern: '<N>(?: ?h| heures?)? et quart', minutes: 15 },
    { pattern: '<N>(?: ?h| heures?)? moins (?:le |un )?quart', minutes: -15 },
    { pattern: '<N>(?: ?h| heures?)? trois quarts', minutes: 45 },
    { pattern: `<N> heures? <N>${PEOPLE}`, minutes: 0 },
    { pattern: '<N> heures?(?: pile| précises?)?', minutes: 0 },
  ],
  named: [
    { pattern: 'midi et demi', minutes: 12 * 60 + 30 },
    { pattern: '(?<!après[- ])(?:12 h )?midi', minutes: 12 * 60 },
    { pattern: 'minuit', minutes: 0 },
    { pattern: 'une heure', minutes: 60 },
  ],
  morning: ['du matin', 'le matin', 'au matin', 'du mat'],
  evening: ["(?:de |dans )?l'après-midi", 'du soir', 'le soir', 'au soir'],
  night: ['(?:de )?la nuit', 'du matin la nuit'],
};
