import { describe, expect, it } from 'vitest';
import { inApplicationOrder } from '#shared/changesets/application-order.ts';
import { applyChanges } from '#shared/changesets/apply-changes.ts';
import type { Change } from '#shared/changesets/change.ts';
import { DependentsLeftError, StaleChangesetError } from '#shared/changesets/errors.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import { absent, equals } from '#shared/store/write.ts';
import {
  between,
  creating,
  deleting,
  device,
  shift,
  site,
  user,
} from '#tests/support/changesets/drafts.ts';

const ANA = { user_id: 'ana', email: 'ana@acme.example' };
const BOB = { user_id: 'bob', email: 'bob@acme.example' };
const CEM = { user_id: 'cem', email: 'cem@acme.example' };

const writesOf = (...changes: readonly Change[]) =>
  applyChanges({
    changesetId: 'cs-1',
    changes,
    at: new Date('2026-01-05T09:00:00.000Z'),
    requestedBy: { ...ANA, ...{ may_approve: true } },
    approvedBy: [BOB],
    editedBy: [CEM],
  });

const STAMP = { changeset_id: 'cs-1', updated_at: '2026-01-05T09:00:00.000Z' };
const DAY = shift('Day');
const BUSY = shift('Day', 'OFF001', { people: 9 });
const TOWER = site('OFF001', { name: 'Tower' });

describe('the write of a resource', () => {
  it('that is new needs its place to be empty', () => {
    expect(writesOf(creating(DAY))[0]).toMatchObject({
      action: 'put',
      condition: absent,
      item: {
        ...STAMP,
        entity_id: 'shift:OFF001/day',
        kind: 'shift',
        version: 1,
        data: { people: 3 },
        deleted: false,
      },
    });
  });

  it('that was there before needs the version it was planned on', () => {
    const [write] = writesOf(between(DAY, BUSY, 4));
    expect(write).toMatchObject({
      action: 'put',
      condition: equals({ version: 4 }),
      item: { version: 5, data: { people: 9 }, deleted: false },
    });
    expect(write?.refused?.(undefined)).toMatchObject({ entityIds: ['shift:OFF001/day'] });
  });

  it('that others may belong to counts them from the start, and keeps the count', () => {
    expect(writesOf(creating(site()), creating(DAY))[0]).toMatchObject({
      action: 'put',
      item: { dependents: 1 },
    });
    const [update] = writesOf(between(site(), TOWER, 2), creating(DAY));
    expect(update).toMatchObject({
      action: 'update',
      condition: equals({ version: 2 }),
      set: { ...STAMP, version: 3, data: { name: 'Tower' }, deleted: false },
      add: { dependents: 1 },
    });
    expect(writesOf(between(site(), TOWER, 2))[0]).not.toHaveProperty('add');
    expect(writesOf(creating(DAY))[0]).not.toHaveProperty('item.dependents');
  });

  it('that goes leaves its version and nothing of what it was', () => {
    const [write] = writesOf(deleting(DAY, 4));
    expect(write).toMatchObject({
      action: 'put',
      condition: equals({ version: 4 }),
      item: { ...STAMP, entity_id: 'shift:OFF001/day', version: 5, deleted: true },
    });
    expect(write).not.toHaveProperty('item.data');
  });

  it('that goes and had others needs that all of them go with it', () => {
    const [alone] = writesOf(deleting(site(), 4));
    expect(alone?.condition).toEqual(equals({ version: 4, dependents: 0 }));
    const [together] = writesOf(deleting(site(), 4), deleting(DAY));
    expect(together?.condition).toEqual(equals({ version: 4, dependents: 1 }));
  });

  it('that cannot go tells apart what has changed from what others belong to', () => {
    const [write] = writesOf(deleting(site(), 4));
    expect(write?.refused?.({ version: 4, dependents: 2 })).toBeInstanceOf(DependentsLeftError);
    expect(write?.refused?.({ version: 5 })).toBeInstanceOf(StaleChangesetError);
    expect(write?.refused?.(undefined)).toBeInstanceOf(StaleChangesetError);
  });
});

describe('the site of a change that leaves it alone', () => {
  const countOf = (...changes: readonly Change[]) =>
    writesOf(...changes).filter(({ action }) => action === 'update');

  it('counts what comes and what goes, once for all of them', () => {
    expect(countOf(creating(DAY), creating(shift('Night')))).toMatchObject([
      { condition: equals({ deleted: false }), add: { dependents: 2 } },
    ]);
    expect(countOf(deleting(DAY))).toMatchObject([{ add: { dependents: -1 } }]);
  });

  it('is not touched where as many come as go, or nothing moves', () => {
    expect(countOf(creating(shift('Night')), deleting(DAY))).toEqual([]);
    expect(countOf(between(DAY, BUSY))).toEqual([]);
  });

  it('and the user of a device are counted apart, also when it moves', () => {
    const held = (assigned_user: string) => device('490154203237518', { assigned_user });
    const counts = countOf(between(held('a@acme.example'), held('b@acme.example')));
    expect(counts).toMatchObject([{ add: { dependents: -1 } }, { add: { dependents: 1 } }]);
    expect(countOf(creating(user('a@acme.example')), creating(held('a@acme.example')))).toEqual([]);
  });

  it('must be there', () => {
    const [count] = countOf(creating(DAY));
    const refusal = count?.refused?.(undefined);
    expect(refusal).toBeInstanceOf(ValidationError);
    expect(refusal).toMatchObject({
      message: 'The changes need site:OFF001, which does not exist',
      extensions: {
        errors: [
          {
            pointer: '/changes',
            detail: 'site:OFF001 is neither there nor among the changes',
          },
        ],
      },
    });
  });
});

describe('the history of a resource', () => {
  it('says who wanted and who agreed to which fields, without what else is known of them', () => {
    const lines = writesOf(between(DAY, BUSY, 4)).filter(({ action }) => action === 'put');
    expect(lines[1]).toMatchObject({
      item: {
        entity_id: 'shift:OFF001/day',
        version: 5,
        operation: 'update',
        changeset_id: 'cs-1',
        at: '2026-01-05T09:00:00.000Z',
        requested_by: ANA,
        approved_by: [BOB],
        edited_by: [CEM],
        fields_changed: [{ field: 'people', old: 3, new: 9 }],
      },
    });
    expect(lines[1]).not.toHaveProperty('item.requested_by.may_approve');
  });
});

describe('the order of application', () => {
  it('has what others belong to first where it comes, and last where it goes', () => {
    const changes = [
      deleting(site('AAA')),
      deleting(shift('Day', 'AAA')),
      creating(shift('Day', 'BBB')),
      creating(site('BBB')),
    ];
    expect(inApplicationOrder(changes).map(({ entity_id }) => entity_id)).toEqual([
      'site:BBB',
      'shift:BBB/day',
      'shift:AAA/day',
      'site:AAA',
    ]);
  });
});
