import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPii } from '#shared/knowledge/curation/pii/find-pii.ts';
import { maskPii } from '#shared/knowledge/curation/pii/mask-pii.ts';
import { readPiiCases } from '#tests/evaluation/pii/pii-case.ts';
import { scorePii } from '#tests/evaluation/pii/score-pii.ts';

const OWN_CASES = new URL('../../evaluation/pii/cases.jsonl', import.meta.url).pathname;

describe('what names somebody', () => {
  it('is found to the character in our own cases, but for one number that is called nothing', async () => {
    const { mistakes } = scorePii(await readPiiCases(OWN_CASES));
    expect(mistakes).toEqual(['own-099 missed phone: 91 123 45 67']);
  });

  it('is found in whatever digits and signs it is written', () => {
    const text = 'هاتف ٠٥٥١٢٣٤٥٦٧, SSN 219‑09‑9999, Karte ４１１１ １１１１ １１１１ １１１１';
    expect(findPii(text).map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ['phone', '٠٥٥١٢٣٤٥٦٧'],
      ['ssn', '219‑09‑9999'],
      ['card', '４１１１ １１１１ １１１１ １１１１'],
    ]);
  });

  it('is found where mathematicians write their digits, two units each', () => {
    expect(findPii('call 𝟐𝟎𝟐 555 0108')).toEqual([]);
    expect(findPii('😀 mail a@example.com')).toEqual([{ type: 'email', start: 8, end: 21 }]);
  });
});

describe('masking', () => {
  it('leaves everything else as it is and counts what it took', () => {
    const masked = maskPii(
      'Ring +49 30 23125 099 or a@example.com, not b@example.org; hours 07:00-19:00.',
    );
    expect(masked).toEqual({
      text: 'Ring [phone] or [email], not [email]; hours 07:00-19:00.',
      counts: { phone: 1, email: 2 },
    });
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
        const masked = maskPii(text).text.split('\n');
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
