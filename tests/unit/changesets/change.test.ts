import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeTo, fieldsChanged } from '#shared/changesets/change.ts';
import { type Changeset, revisionHash } from '#shared/changesets/changeset.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const POLICY: Changeset['policy'] = {
  name: 'single',
  required_approvals: 1,
  reasons: [],
  approvers: null,
  submitted_approvers: null,
  veto: 'one_reject',
  version: 3,
};
const FIELDS = ['a', 'b', 'c', 'd'];
const data = fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue({ maxDepth: 2 }));
const asJson = (value: object) => JSON.parse(JSON.stringify(value));

/** The same value with the fields of every object the other way round. */
// biome-ignore lint/suspicious/noExplicitAny: JSON of any shape, as `JSON.parse` gives it
const turned = (value: unknown): any => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([k, v]) => [k, turned(v)]),
  );
};

describe('a change', () => {
  it('creates what is not there, under the id of its kind and natural key', () => {
    expect(changeTo(shift('Late Shift'))).toMatchObject({
      entity_id: 'shift:OFF001/late-shift',
      operation: 'create',
      before: null,
      base_version: 0,
    });
  });

  it('updates what is there, from the version that was read', () => {
    const before = creating(shift('Day')).after;
    const step = changeTo(shift('Day', 'OFF001', { people: 5 }), { data: before, version: 7 });
    expect(step).toMatchObject({ operation: 'update', before, base_version: 7 });
  });

  it('is none where nothing differs, however the table ordered the fields', () => {
    const { after } = creating(site());
    expect(changeTo(site(), { data: turned(after), version: 1 })).toBeUndefined();
  });
});

describe('the difference of two states', () => {
  it('of a state and itself is nothing, whatever the order of fields', () => {
    fc.assert(
      fc.property(data, (state) => {
        const same = asJson(state);
        expect(fieldsChanged(same, turned(same))).toEqual([]);
      }),
    );
  });

  it('turns one into the other, and names no field that stays', () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        const [from, to] = [asJson(before), asJson(after)];
        const differences = fieldsChanged(from, to);
        const news = differences.map(({ field, new: value }) => [field, value]);
        const next = { ...from, ...Object.fromEntries(news) };
        expect(FIELDS.map((field) => next[field] ?? null)).toEqual(
          FIELDS.map((field) => to[field] ?? null),
        );
        expect(differences.filter(({ old, new: value }) => isDeepStrictEqual(old, value))).toEqual(
          [],
        );
      }),
    );
  });

  it('is in the order of the names', () => {
    expect(fieldsChanged({ b: 1, a: 1 }, { c: 1 }).map(({ field }) => field)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('the hash of a revision', () => {
  const revision = {
    revision: 1,
    changes: [creating(site()), creating(shift('Day'))],
    policy: POLICY,
  };
  const hash = revisionHash(revision);

  it('is SHA-256, and the same for the same revision in any order of fields', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(revisionHash({ ...revision, changes: revision.changes.map(turned) })).toBe(hash);
  });

  it.each<[string, Partial<typeof revision>]>([
    ['the number', { revision: 2 }],
    ['the version of the policy', { policy: { ...POLICY, version: 4 } }],
    ['the order of the changes', { changes: revision.changes.toReversed() }],
    ['a change less', { changes: revision.changes.slice(1) }],
    ['a value', { changes: [creating(site('OFF001', { expected_users: 21 }))] }],
    [
      'the version a change is based on',
      { changes: revision.changes.map((step) => ({ ...step, base_version: 1 })) },
    ],
  ])('is another with another: %s', (_, more) => {
    expect(revisionHash({ ...revision, ...more })).not.toBe(hash);
  });

  it('is the same for any two revisions exactly where they say the same', () => {
    const step = fc.record({
      entity_type: fc.constant('shift' as const),
      entity_id: fc.constantFrom('shift:OFF001/a', 'shift:OFF001/b'),
      operation: fc.constantFrom('create' as const, 'update' as const),
      before: fc.option(data),
      after: data,
      base_version: fc.integer({ min: 0, max: 2 }),
    });
    const any = fc.record({
      revision: fc.integer({ min: 1, max: 2 }),
      changes: fc.array(step, { maxLength: 2 }),
      policy: fc.integer({ min: 0, max: 1 }).map((version) => ({ ...POLICY, version })),
    });
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [left, right] = [asJson(one), asJson(other)];
        expect(revisionHash(turned(left))).toBe(revisionHash(left));
        expect(revisionHash(left) === revisionHash(right)).toBe(isDeepStrictEqual(left, right));
      }),
      { numRuns: 500 },
    );
  });
});
