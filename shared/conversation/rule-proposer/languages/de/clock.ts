import type { ClockGrammar } from '../../grammar.ts';

export const clock: ClockGrammar = {
  digital: [
    '(?<hour>\\d{1,2})\\s?(?:uhr|h)\\s?(?<minute>[0-5]\\d)(?! (?:leute|personen|mitarbeiter))',
    '(?<hour>\\d{1,2})[.:](?<minute>[0-5]\\d)\\s?(?:uhr|h)',
    '(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)(?=\\s*(?:-|bis|und) ?\\d{1,2}[.:][0-5]\\d)',
    '(?<=\\d{1,2}[.:][0-5]\\d\\s*(?:-|bis|und) ?)(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)',
    '(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)(?=\\s*(?:-|bis|und) ?\\d{1,2} ?uhr)',
    '(?<=(?:um|ab|bis|gegen|von|geöffnet|offen) )(?<hour>\\d{1,2})[.](?<minute>[0-5]\\d)',
    '(?<hour>\\d{1,2})\\s?(?:uhr|h)',
    '(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s?(?:(?<am>a\\.?m)|(?<pm>p\\.?m))\\.?',
    '(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?=\\s*(?:-|bis) ?(?:[01]\\d|2[0-3])[0-5]\\d)',
    '(?<=(?:[01]\\d|2[0-3])[0-5]\\d\\s*(?:-|bis) ?)(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)',
  ],
  forms: [
    { pattern: 'halb <N>(?: uhr)?', minutes: -30 },
    { pattern: '(?:ein )?viertel nach <N>(?: uhr)?', minutes: 15 },
    { pattern: '(?:ein )?viertel vor <N>(?: uhr)?', minutes: -15 },
    { pattern: 'drei ?viertel <N>(?: uhr)?', minutes: -15 },
    { pattern: 'viertel <N>(?: uhr)?', minutes: -45 },
    { pattern: '<N> uhr <N>(?! (?:leute|personen|mitarbeiter))', minutes: 0 },
    { pattern: '(?:punkt |schlag )?<N> uhr', minutes: 0 },
  ],
  named: [
    { pattern: '(?:12 uhr )?mittags?(?! ?pause)', minutes: 12 * 60 },
    { pattern: '(?:24 uhr )?mitternacht', minutes: 0 },
    { pattern: 'ein(?:s)? uhr', minutes: 60 },
  ],
  morning: [
    '(?:morgens|vormittags|frühmorgens|in der früh|früh|am (?:frühen )?(?:morgen|vormittag))(?: (?:um|ab|von))?',
  ],
  evening: [
    '(?:abends|nachmittags|mittags|am (?:späten |frühen )?(?:abend|nachmittag))(?: (?:um|ab|bis))?',
  ],
  night: ['(?:nachts|in der nacht)(?: (?:um|ab))?'],
};
