import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeChange } from '#shared/changesets/describe-change.ts';
import { changing, creating, deleting, shift, site } from '#tests/support/changesets/drafts.ts';

describe('a line about a change', () => {
  it('says what is created with its values, the name first', () => {
    expect(describeChange(creating(shift('Day')), 300)).toBe(
      'create shift:OFF001/day – name: Day; site_code: OFF001; start: 08:00; end: 16:00; people: 3',
    );
  });

  it('says of an update each field as it was and as it would be, and nothing else', () => {
    const existing = { data: creating(site()).after, version: 1 };
    const step = changing(site('OFF001', { name: 'Tower', guards: 2 }), existing);
    expect(describeChange(step, 300)).toBe(
      'update site:OFF001 – guards: none → 2; name: “Main Office” → Tower',
    );
  });

  it('keeps a value from looking like another field', () => {
    const name = 'HQ”; guards: 2 → 9';
    expect(describeChange(creating(shift(name)), 300)).toContain('name: “HQ"; guards: 2 → 9”; ');
  });

  it('names every field that does not fit', () => {
    const existing = { data: creating(site()).after, version: 1 };
    const long = { name: 'N'.repeat(95), guards: 2, expected_users: 900 };
    const step = changing(site('OFF001', long), existing);
    expect(describeChange(step, 60)).toBe(
      'update site:OFF001 – expected_users: 20 → 900; and also guards, name',
    );
    expect(describeChange(step, 10_000)).toContain('→ “NNNN');
  });

  it('says what goes', () => {
    expect(describeChange(deleting(shift('Day')), 300)).toContain(
      'delete shift:OFF001/day – name: Day;',
    );
  });

  it('keeps what is written from right to left from moving what stands around it', () => {
    const line = describeChange(creating(shift('\u202eصباح\u202c')), 300);
    expect(line).toContain('name: “\u2068صباح\u2069”; site_code');
  });

  it('is one bounded line without anything unseen, whatever the values are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (noise) => {
        const line = describeChange(creating(shift(`a${noise}\r\nBcc: x\u2028y\u202e`)), 300);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066\u2067]/u);
        expect(line.length).toBeLessThan(400);
        expect(line.split('\u2068')).toHaveLength(line.split('\u2069').length);
      }),
    );
  });
});
