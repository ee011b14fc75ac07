import type { ClockGrammar } from '../../grammar.ts';

export const clock: ClockGrammar = {
  digital: [
    '(?<hour>\\d{1,2})h(?<minute>[0-5]\\d)',
    '(?<hour>\\d{1,2})(?::(?<minute>[0-5]\\d))?\\s?(?:(?<am>a)|(?<pm>p))(?=\\s*(?:-|to|til|until|till|$|[,;.]))',
    '(?<hour>\\d{1,2})h(?=\\s*(?:-|to|til|until|till|$|[,;.]))',
    '(?<hour>\\d{1,2})(?=\\s?-\\s?\\d{1,2}h)',
    '(?<=(?:open|opens|close|closes|from|until|till|to|at) )(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)(?![.\\d])',
    '(?<hour>\\d{1,2})[.h](?<minute>[0-5]\\d)(?=\\s*(?:h(?:rs|ours)?|to |-|until|till))',
    '(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?(?:(?<am>am|a\\.m\\.?)|(?<pm>pm|p\\.m\\.?))',
    '(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)\\s*(?:h|hrs|hours)',
    '(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]0)(?=\\s*(?:-|to|until|till)\\s*(?:[01]\\d|2[0-3])[0-5]0)',
    '(?<=(?:[01]\\d|2[0-3])[0-5]0\\s*(?:-|to|until|till)\\s*)(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]0)',
  ],
  forms: [
    { pattern: 'half past <N>', minutes: 30 },
    { pattern: 'half <N>', minutes: 30 },
    { pattern: '(?:a )?quarter (?:past|after) <N>', minutes: 15 },
    { pattern: '(?:a )?quarter (?:to|of|before|till) <N>', minutes: -15 },
    { pattern: "<N> o'? ?clock", minutes: 0 },
  ],
  named: [
    { pattern: '(?:12 )?noon|midday', minutes: 12 * 60 },
    { pattern: '(?:12 )?midnight', minutes: 0 },
  ],
  morning: ['am', 'a\\.m\\.?', '(?:in|of) the (?:early )?morning', 'this morning', 'each morning'],
  evening: [
    'pm',
    'p\\.m\\.?',
    'in the (?:late )?(?:afternoon|evening)',
    'of an evening',
    'each (?:afternoon|evening)',
  ],
  night: ['at night', 'in the night', 'each night'],
};
