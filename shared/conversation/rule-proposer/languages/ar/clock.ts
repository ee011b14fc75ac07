import type { ClockGrammar } from '../../grammar.ts';

export const clock: ClockGrammar = {
  digital: [
    '(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))? ?(?:(?<am>a\\.?m\\.?)|(?<pm>p\\.?m\\.?))',
    '(?<![.\\d])(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)(?![.\\d])',
    // Twelve in the evening is midnight: `am` names the half of the day.
    '(?<hour>12)(?::(?<minute>\\d{2}))?(?<am> (?:مساءا?|ليلا|بالليل))',
  ],
  forms: [
    { pattern: '<N> و ?(?:ال)?(?:نصف|نص)', minutes: 30 },
    { pattern: '<N> و ?(?:ال)?ربع', minutes: 15 },
    { pattern: '<N> و ?(?:ال)?(?:ثلث|تلت)', minutes: 20 },
    { pattern: '<N> إلا ?(?:ال)?ربعا?', minutes: -15 },
    { pattern: '<N> إلا ?(?:ال)?(?:ثلثا?|تلت)', minutes: -20 },
    { pattern: 'الساعة <N>', minutes: 0 },
  ],
  named: [
    { pattern: '(?:عند )?منتصف النهار', minutes: 12 * 60 },
    { pattern: '(?<!<H>\\s*|(?:بعد|قبل)\\s*)(?:ال|لل|عند ال|حتى ال)ظهر', minutes: 12 * 60 },
    { pattern: '(?:عند )?منتصف (?:ال)?ليل', minutes: 0 },
    { pattern: '(?:نص|نصف) (?:ال)?ليل', minutes: 0 },
  ],
  morning: [
    'ص',
    'صباحا',
    '(?:في |ب)?(?:ال)?(?:صبح|صباح)(?: الساعة)?',
    'فجرا',
    '(?:ال)?فجر',
    'الضحى',
    'ضحى',
  ],
  evening: [
    'م',
    'مساءا?',
    '(?:في |ب)?(?:ال)?مساء?(?: الساعة)?',
    '(?:بعد )?(?:الظهر|ظهرا)',
    'عصرا',
    '(?:ال)?عصر',
    'المغرب',
    '(?:ال)?عشاء?',
  ],
  night: ['ليلا', '(?:في |ب)?(?:ال)?ليل'],
};
