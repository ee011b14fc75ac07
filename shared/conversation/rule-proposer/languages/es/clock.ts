import type { ClockGrammar } from '../../grammar.ts';

const PEOPLE = '(?! ?(?:<people>))';

export const clock: ClockGrammar = {
  digital: [
    `(?<hour>\\d{1,2}) ?(?:h|hs|hrs) ?(?<minute>[0-5]\\d)${PEOPLE}`,
    '(?<hour>\\d{1,2})[.:](?<minute>[0-5]\\d) ?(?:h|hs|hrs|horas)\\.?',
    '(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)(?=\\s*(?:-|a|hasta|y)(?: las?)? ?\\d{1,2}[.:][0-5]\\d)',
    '(?<=\\d{1,2}[.:][0-5]\\d\\s*(?:-|a|hasta|y)(?: las?)? ?)(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)',
    '(?<=a las? )(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)',
    '(?<hour>\\d{1,2}) ?(?:h|hs|hrs)\\.?(?! ?/)',
    '(?<hour>\\d{1,2}) horas(?=\\s*(?:a|hasta|-|y|\\.|,|de la (?:mañana|tarde|noche)|$))',
    '(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?(?:(?<am>a\\.?\\s?m)|(?<pm>p\\.?\\s?m))\\.?',
  ],
  forms: [
    { pattern: '<N> y media', minutes: 30 },
    { pattern: '<N> y cuarto', minutes: 15 },
    { pattern: '<N> y tres cuartos', minutes: 45 },
    { pattern: '<N> menos (?:un )?cuarto', minutes: -15 },
    { pattern: '(?:un )?cuarto para las? <N>', minutes: -15 },
    { pattern: '<N> en punto', minutes: 0 },
    {
      pattern: '(?<=\\b(?:a|hasta|de|las) )<N> <N>(?! ?(?:<people>|\\p{L}+os|\\p{L}+as))',
      minutes: 0,
    },
  ],
  named: [
    { pattern: 'la una y media de la tarde', minutes: 13 * 60 + 30 },
    { pattern: 'la una de la tarde', minutes: 13 * 60 },
    { pattern: 'la una de la (?:mañana|madrugada)', minutes: 60 },
    { pattern: '(?:12|doce) del mediodía', minutes: 12 * 60 },
    { pattern: '(?:12|doce) de la noche', minutes: 0 },
    { pattern: '(?:el |al )?mediodía', minutes: 12 * 60 },
    { pattern: '(?:la |a )?medianoche', minutes: 0 },
  ],
  morning: ['(?:de|por|en) la mañana', 'de la madrugada'],
  evening: ['(?:de|por|en) la tarde', 'del mediodía'],
  night: ['(?:de|por|en) la noche'],
};
