import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/changesets/change.ts';
import { type Resolutions, rebaseChanges } from '#shared/changesets/rebase-changes.ts';
import { threeWayFields } from '#shared/changesets/three-way.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import type { ResourceState } from '#shared/resources/resource-store.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import { between, creating, deleting, shift, site } from '#tests/support/changesets/drafts.ts';

const DAY = shift('Day');
const day = (more: object) => shift('Day', 'OFF001', more);

/** How a resource stands after the version that changes were planned on. */
const stateOf = (draft: ResourceDraft | null, version = 2): ResourceState => ({
  data: draft && creating(draft).after,
  version,
  dependents: 0,
  changesetId: 'another',
});

const rebase = (step: Change, state: ResourceState, resolution?: Resolutions[string]) =>
  rebaseChanges([step], [state], resolution ? { [step.entity_id]: resolution } : {});

const FIELDS = ['a', 'b', 'c', 'd'];
const data = fc.dictionary(fc.constantFrom(...FIELDS), fc.integer({ min: 1, max: 3 }), {
  noNullPrototype: true,
});

describe('three versions of a resource', () => {
  it('differ in what either side has changed, and in nothing else', () => {
    fc.assert(
      fc.property(data, data, data, (base, current, proposed) => {
        const changed = FIELDS.filter(
          (field) => base[field] !== current[field] || base[field] !== proposed[field],
        );
        expect(threeWayFields(base, current, proposed).map(({ field }) => field)).toEqual(changed);
      }),
    );
  });

  it('conflict in what both have changed, and not to the same', () => {
    fc.assert(
      fc.property(data, data, data, (base, current, proposed) => {
        const torn = FIELDS.filter(
          (field) => new Set([base[field], current[field], proposed[field]]).size === 3,
        );
        const fields = threeWayFields(base, current, proposed).filter(({ conflict }) => conflict);
        expect(fields.map(({ field }) => field)).toEqual(torn);
      }),
    );
  });

  it('never conflict where only one side has changed anything', () => {
    fc.assert(
      fc.property(data, data, (base, next) => {
        for (const fields of [threeWayFields(base, next, base), threeWayFields(base, base, next)])
          expect(fields.filter(({ conflict }) => conflict)).toEqual([]);
      }),
    );
  });
});

describe('changes on a configuration that has not moved', () => {
  it('stay as they are', () => {
    const steps = [creating(site()), between(DAY, day({ people: 5 }), 2)];
    const states = [{ ...stateOf(null), version: 0 }, stateOf(DAY)];
    expect(rebaseChanges(steps, states)).toEqual({ changes: steps, conflicts: [] });
  });
});

describe('changes on a configuration that has moved', () => {
  const PEOPLE = between(DAY, day({ people: 9 }));

  it('leave alone what others have changed meanwhile', () => {
    const { changes } = rebase(PEOPLE, stateOf(day({ start: '09:00' })));
    expect(changes).toMatchObject([
      {
        operation: 'update',
        base_version: 2,
        before: { start: '09:00', people: 3 },
        after: { start: '09:00', people: 9 },
      },
    ]);
  });

  it('take an optional field away that nobody else has touched', () => {
    const without = between(day({ check_minutes: 10 }), DAY);
    const { changes } = rebase(without, stateOf(day({ check_minutes: 10, people: 4 })));
    expect(changes[0]?.after).not.toHaveProperty('check_minutes');
    expect(changes[0]?.after).toMatchObject({ people: 4 });
  });

  it('conflict where both have changed the same field, and show what it was, is and shall be', () => {
    const { changes, conflicts } = rebase(PEOPLE, stateOf(day({ people: 4 })));
    expect(changes).toEqual([]);
    expect(conflicts).toMatchObject([
      {
        entity_id: 'shift:OFF001/day',
        base: { people: 3 },
        current: { people: 4 },
        proposed: { people: 9 },
        fields: [{ field: 'people', base: 3, current: 4, proposed: 9, conflict: true }],
      },
    ]);
  });

  it.each<[string, Resolutions[string], number | undefined]>([
    ['the proposed value, for all fields', 'proposed', 9],
    ['the proposed value, for this field', { people: 'proposed' }, 9],
    ['the current value, and nothing is left to do', { people: 'current' }, undefined],
    ['the current values', 'current', undefined],
  ])('take what a person resolves: %s', (_, resolution, people) => {
    const { changes, conflicts } = rebase(PEOPLE, stateOf(day({ people: 4 })), resolution);
    expect(conflicts).toEqual([]);
    expect(changes.map(({ after }) => after?.['people'])).toEqual(people ? [people] : []);
  });

  it('have nothing to do where somebody else has done the same', () => {
    expect(rebase(PEOPLE, stateOf(day({ people: 9 })))).toEqual({ changes: [], conflicts: [] });
    expect(rebase(deleting(DAY), stateOf(null))).toEqual({ changes: [], conflicts: [] });
  });

  it('make an update of what should be created and is there', () => {
    const same = creating(day({ people: 9 }));
    expect(rebase(same, stateOf(DAY)).conflicts).toMatchObject([{ entity_id: same.entity_id }]);
    expect(rebase(same, stateOf(DAY), 'proposed').changes).toMatchObject([
      { operation: 'update', base_version: 2, before: { people: 3 }, after: { people: 9 } },
    ]);
  });

  it.each<[string, Change, ResourceState, string]>([
    ['an update of what is gone', PEOPLE, stateOf(null), 'create'],
    ['a deletion of what was changed', deleting(DAY), stateOf(day({ people: 4 })), 'delete'],
  ])('ask a person about %s', (_, step, state, operation) => {
    expect(rebase(step, state).conflicts).toHaveLength(1);
    expect(rebase(step, state, { people: 'proposed' } as const).conflicts).toHaveLength(1);
    expect(rebase(step, state, 'current')).toEqual({ changes: [], conflicts: [] });
    expect(rebase(step, state, 'proposed').changes).toMatchObject([{ operation, base_version: 2 }]);
  });

  it('never lose a change of either side, nor make one up', () => {
    const values = fc.record({
      people: fc.integer({ min: 1, max: 3 }),
      start: fc.constantFrom('06:00', '07:00', '08:00'),
      end: fc.constantFrom('15:00', '16:00', '17:00'),
    });
    fc.assert(
      fc.property(values, values, values, (base, current, proposed) => {
        fc.pre(JSON.stringify(base) !== JSON.stringify(proposed));
        const step = between(day(base), day(proposed));
        const { changes } = rebase(step, stateOf(day(current)), 'proposed');
        const after = changes[0]?.after ?? stateOf(day(current)).data;
        for (const field of ['people', 'start', 'end'] as const) {
          const expected = base[field] === proposed[field] ? current[field] : proposed[field];
          expect(after?.[field]).toBe(expected);
        }
      }),
    );
  });
});

describe('a resolution', () => {
  it.each<[string, Resolutions, string]>([
    ['of a resource that is not among the changes', { 'site:X': 'current' }, '/resolutions/site:X'],
    [
      'of a field that is in no conflict',
      { 'shift:OFF001/day': { start: 'current' } },
      '/resolutions/shift:OFF001~1day/start',
    ],
  ])('%s is refused', (_, resolutions, pointer) => {
    const step = between(DAY, day({ people: 9 }));
    const resolve = () => rebaseChanges([step], [stateOf(day({ people: 4 }))], resolutions);
    expect(resolve).toThrow(ValidationError);
    expect(resolve).toThrow(
      expect.objectContaining({ extensions: { errors: [expect.objectContaining({ pointer })] } }),
    );
  });

  it('says that there is no conflict, about each of them', () => {
    const [moved, still] = [between(DAY, day({ people: 9 })), creating(site())];
    const resolutions: Resolutions = {
      'site:OFF001': 'current',
      'shift:OFF001/day': { people: 'proposed', start: 'current', name: 'current' },
    };
    const states = [stateOf(day({ people: 4 })), { ...stateOf(null), version: 0 }];
    expect(() => rebaseChanges([moved, still], states, resolutions)).toThrow(
      expect.objectContaining({
        message: 'The resolutions do not fit',
        extensions: {
          errors: [
            { pointer: '/resolutions/site:OFF001', detail: 'is in no conflict' },
            { pointer: '/resolutions/shift:OFF001~1day/start', detail: 'is in no conflict' },
            { pointer: '/resolutions/shift:OFF001~1day/name', detail: 'is in no conflict' },
          ],
        },
      }),
    );
  });

  it('of one of two conflicts leaves the other, and shows both', () => {
    const step = between(DAY, day({ people: 9, start: '09:00' }));
    const state = stateOf(day({ people: 4, start: '07:00' }));
    const { conflicts } = rebase(step, state, { people: 'proposed' });
    expect(conflicts[0]?.fields.map(({ field }) => field)).toEqual(['people', 'start']);
    const both = rebase(step, state, { people: 'proposed', start: 'current' });
    expect(both.changes).toMatchObject([{ after: { people: 9, start: '07:00' } }]);
  });

  it('of a field that only one side has changed is none', () => {
    const state = stateOf(day({ people: 4, start: '07:00' }));
    const resolution = { people: 'proposed', start: 'current' } as const;
    const resolve = () => rebase(between(DAY, day({ people: 9 })), state, resolution);
    expect(resolve).toThrow('The resolutions do not fit');
  });
});
