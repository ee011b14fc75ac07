import { describe, expect, it } from 'vitest';
import { type Modifications, modifyChanges } from '#shared/changesets/edit-changes.ts';
import { removeChanges, type Selection, selectChanges } from '#shared/changesets/select-changes.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import {
  between,
  creating,
  deleting,
  securityPolicy,
  shift,
  site,
  staffRole,
  user,
} from '#tests/support/changesets/drafts.ts';

const SITE = 'rec:site:OFF001';
const DAY = 'rec:shift:OFF001/day';
const DRAFT = [site(), shift('Day'), shift('Night'), staffRole('GUARD'), securityPolicy()].map(
  creating,
);

const select = (selection: Selection) =>
  selectChanges(DRAFT, selection).map(({ entity_id }) => entity_id);
const modify = (modifications: Modifications, changes = DRAFT) =>
  modifyChanges(changes, modifications, (step) => step.recommendation_id ?? step.entity_id);

function errorsOf(edit: () => unknown) {
  try {
    edit();
  } catch (error) {
    if (error instanceof ValidationError) return error.extensions['errors'];
    throw error;
  }
  throw new Error('It was not refused');
}

describe('taking a part of a draft', () => {
  it('takes everything where nothing is said', () => {
    expect(select({})).toHaveLength(DRAFT.length);
  });

  it('takes what is approved, in the order of the draft', () => {
    expect(select({ approved: [DAY, SITE] })).toEqual(['site:OFF001', 'shift:OFF001/day']);
  });

  it('leaves out what is rejected, even where it is approved too', () => {
    expect(select({ rejected: [DAY] })).not.toContain('shift:OFF001/day');
    expect(select({ approved: [SITE, DAY], rejected: [DAY] })).toEqual(['site:OFF001']);
  });

  it.each<[string, Selection, string]>([
    ['an unknown id', { approved: ['rec:other'] }, '/approved_items'],
    ['an unknown id', { rejected: ['rec:other'] }, '/approved_items'],
    ['nothing at all', { approved: [] }, '/approved_items'],
    ['a shift without its site', { rejected: [SITE] }, '/rejected_items'],
  ])('is refused: %s', (_, selection, pointer) => {
    expect(errorsOf(() => select(selection))).toContainEqual(expect.objectContaining({ pointer }));
  });
});

describe('taking changes out of a changeset', () => {
  const remove = (...ids: string[]) => removeChanges(DRAFT, ids).map(({ entity_id }) => entity_id);

  it('leaves the others, in their order', () => {
    expect(remove('shift:OFF001/day', 'staff_role:OFF001/GUARD')).toEqual([
      'site:OFF001',
      'shift:OFF001/night',
      'security_policy:OFF001',
    ]);
  });

  it('is refused for what is not in it, and for a new site that others need', () => {
    expect(errorsOf(() => remove('shift:OFF001/noon'))).toMatchObject([{ pointer: '/removals/0' }]);
    expect(errorsOf(() => remove('site:OFF001'))).toHaveLength(DRAFT.length - 1);
  });

  it('lets go of the change of a site that is there anyway', () => {
    const renamed = between(site(), site('OFF001', { name: 'Tower' }));
    const left = removeChanges([renamed, creating(shift('Day'))], ['site:OFF001']);
    expect(left).toMatchObject([{ entity_id: 'shift:OFF001/day' }]);
  });
});

describe('putting values into a draft', () => {
  it('changes those fields of those resources', () => {
    const modified = modify({ [DAY]: { people: 9 } });
    expect(modified[1]?.after).toMatchObject({ name: 'Day', people: 9 });
    expect(modified.filter((step, index) => step !== DRAFT[index])).toHaveLength(1);
  });

  it('takes everything on the site along when its code changes', () => {
    const modified = modify({ [SITE]: { code: 'HQ1' } });
    expect(modified.map(({ entity_id }) => entity_id)).toEqual([
      'site:HQ1',
      'shift:HQ1/day',
      'shift:HQ1/night',
      'staff_role:HQ1/GUARD',
      'security_policy:HQ1',
    ]);
    expect(modified.slice(1).every(({ after }) => after?.['site_code'] === 'HQ1')).toBe(true);
  });

  it('does so whatever the case in which the code was written', () => {
    const lower = [site('off1'), shift('Day', 'off1')].map(creating);
    const modified = modify({ 'rec:site:OFF1': { code: 'HQ1' } }, lower);
    expect(modified[1]?.entity_id).toBe('shift:HQ1/day');
  });

  it('takes an optional field away by null, and keeps null where it means something', () => {
    const guarded = [creating(site('OFF001', { guards: 2 })), creating(securityPolicy())];
    const [office, policy] = modify(
      {
        [SITE]: { guards: null },
        'rec:security_policy:OFF001': { permitted_distance_meters: null },
      },
      guarded,
    );
    expect(office?.after).not.toHaveProperty('guards');
    expect(policy?.after).toMatchObject({ permitted_distance_meters: null });
  });

  it('points at every wrong field, with ids escaped as pointers ask for', () => {
    const wrong = { [SITE]: { expected_users: 0, color: 'red' }, [DAY]: { start: '25:00' } };
    expect(errorsOf(() => modify(wrong))).toEqual([
      expect.objectContaining({ pointer: '/modifications/rec:site:OFF001/expected_users' }),
      expect.objectContaining({ pointer: '/modifications/rec:site:OFF001' }),
      expect.objectContaining({ pointer: '/modifications/rec:shift:OFF001~1day/start' }),
    ]);
  });

  it('is refused for what is not in the draft', () => {
    expect(errorsOf(() => modify({ 'rec:other': { people: 1 } }))).toMatchObject([
      { pointer: '/modifications/rec:other' },
    ]);
  });

  it('is refused for what is to be deleted', () => {
    const steps = [deleting(shift('Day'))];
    expect(errorsOf(() => modify({ 'shift:OFF001/day': { people: 2 } }, steps))).toMatchObject([
      { detail: 'a deletion has no values' },
    ]);
  });

  it('is refused where two changes would be of one resource', () => {
    expect(errorsOf(() => modify({ [DAY]: { name: 'Night' } }))).toMatchObject([
      { detail: 'shift:OFF001/night would be there twice' },
    ]);
  });

  it('cannot make an existing resource another one', () => {
    const step = between(shift('Day'), shift('Day', 'OFF001', { people: 9 }));
    const rename = () => modify({ [step.entity_id]: { name: 'Early' } }, [step]);
    expect(errorsOf(rename)).toMatchObject([{ pointer: '/modifications/shift:OFF001~1day' }]);
  });

  it('takes along what has just been made at a site that is there, and leaves other sites alone', () => {
    const renamed = between(site(), site('OFF001', { name: 'Tower' }));
    const steps = [renamed, creating(shift('Day', 'HQ1')), creating(user('uma@acme.example'))];
    expect(modify({ [renamed.entity_id]: { name: 'Castle' } }, steps).slice(1)).toEqual(
      steps.slice(1),
    );
  });

  it('cannot give an existing site another code, nor a code that is none', () => {
    const renamed = between(site(), site('OFF001', { name: 'Tower' }));
    expect(errorsOf(() => modify({ [renamed.entity_id]: { code: 'HQ1' } }, [renamed]))).toEqual([
      {
        pointer: '/modifications/site:OFF001',
        detail: 'would make it site:HQ1; delete and create it instead',
      },
    ]);
    expect(errorsOf(() => modify({ [SITE]: { code: 7 } }))).toEqual([
      expect.objectContaining({ pointer: '/modifications/rec:site:OFF001/code' }),
    ]);
  });

  it('does not take a field by the name of code for that of a site', () => {
    const steps = [site(), shift('Day'), staffRole('OFF001')].map(creating);
    const modified = modify({ 'rec:staff_role:OFF001/OFF001': { code: 'LEAD' } }, steps);
    expect(modified.map(({ entity_id }) => entity_id)).toEqual([
      'site:OFF001',
      'shift:OFF001/day',
      'staff_role:OFF001/LEAD',
    ]);
  });
});

describe('a refused edit of a draft', () => {
  it.each<[string, () => unknown, string, object[]]>([
    [
      'an unknown id',
      () => select({ approved: ['a'], rejected: ['b'] }),
      'The items do not fit the changes',
      [
        { pointer: '/approved_items', detail: 'a is not in the draft' },
        { pointer: '/approved_items', detail: 'b is not in the draft' },
      ],
    ],
    [
      'nothing that remains',
      () => select({ approved: [] }),
      'The items do not fit the changes',
      [{ pointer: '/approved_items', detail: 'nothing remains; decide "reject" instead' }],
    ],
    [
      'a shift without its site',
      () => select({ approved: [DAY] }),
      'The items do not fit the changes',
      [
        {
          pointer: '/rejected_items',
          detail: 'shift:OFF001/day cannot be taken without its site',
        },
      ],
    ],
    [
      'the removal of a site that others need',
      () => removeChanges(DRAFT.slice(0, 2), ['site:OFF001']),
      'The items do not fit the changes',
      [{ pointer: '/removals', detail: 'shift:OFF001/day cannot be taken without its site' }],
    ],
    [
      'the removal of what is not there',
      () => removeChanges(DRAFT, ['site:OFF001', 'x']),
      'The items do not fit the changes',
      [{ pointer: '/removals/1', detail: 'x is not in the changeset' }],
    ],
    [
      'values for what is not there',
      () => modify({ x: {} }),
      'The items do not fit the draft',
      [{ pointer: '/modifications/x', detail: 'is not in the draft' }],
    ],
    [
      'values for a deletion',
      () => modify({ 'shift:OFF001/day': { people: 2 } }, [deleting(shift('Day'))]),
      'The items do not fit the draft',
      [{ pointer: '/modifications/shift:OFF001~1day', detail: 'a deletion has no values' }],
    ],
    [
      'two changes of one resource',
      () => modify({ [DAY]: { name: 'Night' } }),
      'The items do not fit the draft',
      [{ pointer: '/modifications', detail: 'shift:OFF001/night would be there twice' }],
    ],
  ])('says what does not fit: %s', (_, edit, message, errors) => {
    expect(edit).toThrow(expect.objectContaining({ message, extensions: { errors } }));
  });

  it('is none for a shift whose site goes in the same changeset', () => {
    const gone = [deleting(site()), deleting(shift('Day'))];
    expect(removeChanges(gone, ['site:OFF001'])).toHaveLength(1);
  });
});
