import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { compileIcu, type IcuValues } from '#shared/conversation/icu-message.ts';
import en from '#templates/messages/en.json' with { type: 'json' };

const SAMPLES: readonly IcuValues[] = [
  { value: 'office', around_the_clock: 'true', side: 'open', people: 1 },
  { value: 'month', around_the_clock: 'false', side: 'close', people: 2 },
  { value: '{x}', around_the_clock: '', side: '', people: 1200 },
].map((sample) => ({
  open: '08:00',
  close: '18:00',
  time: '07:00',
  name: 'Day',
  start: '08:00',
  end: '18:00',
  facts: 'a, b',
  slot: 'site type',
  before: '40',
  roles: 'A, B',
  shifts: 'Day',
  ...sample,
}));

const TRICKY = [
  'plain text',
  "it''s {name}",
  '{n, plural, =0 {none} one {# site} other {# sites}} of {name}',
  '{n, plural, one {{kind, select, a {an a} other {no a}}} other {{kind, select, a {# as} other {# bs}}}}.',
  '{kind, select, a {} other {x}}',
  ' {name} ',
];

describe('messages in ICU format', () => {
  it.each(Object.entries(en))('%s says what intl-messageformat says', (_key, source) => {
    for (const values of SAMPLES) {
      expect(compileIcu(source, 'en')(values)).toBe(
        String(new IntlMessageFormat(source, 'en').format(values)),
      );
    }
  });

  it.each(['en', 'fr', 'ar', 'hi'])('counts as the language counts (%s)', (language) => {
    const number = fc.integer({ min: 0, max: 2000 });
    const all = fc.record({ n: number, name: fc.string(), kind: fc.constantFrom('a', 'b') });
    const sources = [
      ...TRICKY,
      '{n, plural, zero {z#} one {o#} two {t#} few {f#} many {m#} other {x#}}',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...sources), all, (source, values) => {
        expect(compileIcu(source, language)(values)).toBe(
          String(new IntlMessageFormat(source, language).format(values)),
        );
      }),
    );
  });

  it.each(['{', '{name', 'a } b', '{n, plural, one {x}}', '{n, number}', '{n, select, other {x}'])(
    'refuses %j',
    (source) => {
      expect(() => compileIcu(source, 'en')).toThrow(SyntaxError);
    },
  );
});
