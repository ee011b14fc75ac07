import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPii } from '#shared/knowledge/curation/pii/find-pii.ts';
import { maskPii } from '#shared/knowledge/curation/pii/mask-pii.ts';
import { readPiiCases } from '#tests/evaluation/pii/pii-case.ts';
import { scorePii } from '#tests/evaluation/pii/score-pii.ts';

const OWN_CASES = new URL('../../evaluation/pii/cases.jsonl', import.meta.url).pathname;

const mask = (text: string) => maskPii(text, findPii(text));

describe('what names somebody', () => {
  it('is found to the character in our own cases, but for two numbers that are called nothing', async () => {
    const { mistakes } = scorePii(await readPiiCases(OWN_CASES));
    expect(mistakes).toEqual([
      'own-090 missed phone: 02 512 34 56',
      'own-099 missed phone: 91 123 45 67',
    ]);
  });

  it('is found in whatever digits and signs it is written', () => {
    const text = 'هاتف ٠٥٥١٢٣٤٥٦٧, SSN 219‑09‑9999, Karte ４１１１ １１１１ １１１１ １１１１';
    expect(findPii(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['phone', '٠٥٥١٢٣٤٥٦٧'],
      ['ssn', '219‑09‑9999'],
      ['card', '４１１１ １１１１ １１１１ １１１１'],
    ]);
  });

  it('is found where mathematicians write their digits, two units each', () => {
    expect(findPii('call 𝟐𝟎𝟐 555 0108')).toEqual([{ kind: 'phone', start: 5, end: 20 }]);
    expect(findPii('😀 mail a@example.com')).toEqual([{ kind: 'email', start: 8, end: 21 }]);
  });
});

describe('masking', () => {
  it('leaves everything else as it is', () => {
    const masked = mask(
      'Ring +49 30 23125 099 or a@example.com, not b@example.org; hours 07:00-19:00.',
    );
    expect(masked).toBe('Ring [phone] or [email], not [email]; hours 07:00-19:00.');
  });

  it('leaves no piece of it on any line, and every other line whole', () => {
    const named = ['a@example.com', '+49 30 23125 099', '4111 1111 1111 1111', '219-09-9999'];
    const lines = fc.array(fc.oneof(fc.constantFrom(...named), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts
          .map((part) =>
            part.replaceAll(/[\p{N}\n@:]/gu, (sign) => (named.includes(part) ? sign : 'x')),
          )
          .join('\n');
        const masked = mask(text).split('\n');
        expect(masked).toEqual(
          text
            .split('\n')
            .map((line) => (named.includes(line) ? expect.stringMatching(/^\[\w+\]$/) : line)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
