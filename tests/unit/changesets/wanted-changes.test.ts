import { beforeEach, describe, expect, it } from 'vitest';
import { planChanges, type WantedChange, wantedChange } from '#shared/changesets/wanted-changes.ts';
import { withValues } from '#shared/changesets/with-values.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { Configuration } from '#tests/support/changesets/configuration.ts';
import {
  changing,
  creating,
  deleting,
  securityPolicy,
  shift,
  site,
} from '#tests/support/changesets/drafts.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';

const TENANT = trustedTenant('acme');
const SITE = creating(site()).after ?? {};
const DAY = creating(shift('Day')).after ?? {};
const NIGHT = { ...DAY, name: 'Night' };
const RENAME: WantedChange = {
  operation: 'update',
  entity_id: 'site:OFF001',
  data: { name: 'Tower' },
};

let table: InMemoryTable;
beforeEach(async () => {
  table = new InMemoryTable();
  const configuration = new Configuration(table, TENANT);
  await configuration.apply([changing(site(), undefined), changing(shift('Day'), undefined)]);
});

const plan = (...wanted: WantedChange[]) => planChanges(table, TENANT, wanted, 'wishes');
const create = (entity_type: 'site' | 'shift', data: object): WantedChange =>
  wantedChange.parse({ operation: 'create', entity_type, data });

describe('what a person asks for', () => {
  it('becomes the steps from what is there, in the same order', async () => {
    const steps = await plan(
      { operation: 'delete', entity_id: 'shift:OFF001/day' },
      create('shift', NIGHT),
      RENAME,
    );
    expect(steps).toEqual([
      {
        entity_type: 'shift',
        entity_id: 'shift:OFF001/day',
        operation: 'delete',
        before: DAY,
        after: null,
        base_version: 1,
      },
      {
        entity_type: 'shift',
        entity_id: 'shift:OFF001/night',
        operation: 'create',
        before: null,
        after: NIGHT,
        base_version: 0,
      },
      {
        entity_type: 'site',
        entity_id: 'site:OFF001',
        operation: 'update',
        before: SITE,
        after: { ...SITE, name: 'Tower' },
        base_version: 1,
      },
    ]);
  });

  it('is created again on the version that a deletion has left', async () => {
    const configuration = new Configuration(table, TENANT);
    await configuration.apply([deleting(shift('Day'))]);
    expect(await plan(create('shift', DAY))).toMatchObject([
      { operation: 'create', base_version: 2 },
    ]);
    const gone: WantedChange = { operation: 'delete', entity_id: 'shift:OFF001/day' };
    await expect(plan(gone)).rejects.toThrow('cannot be made');
  });

  it('is nothing where it is so already', async () => {
    expect(await plan({ ...RENAME, data: { name: 'Main Office' } })).toEqual([]);
  });

  it.each<[string, WantedChange, string, string]>([
    [
      'creates what is there',
      create('site', SITE),
      '/wishes/1',
      'site:OFF001 is there already; update it instead',
    ],
    ['updates what is not', { ...RENAME, entity_id: 'site:X' }, '/wishes/1', 'site:X is not there'],
    [
      'deletes what is not',
      { operation: 'delete', entity_id: 'site:X' },
      '/wishes/1',
      'site:X is not there',
    ],
    [
      'makes another of it',
      { ...RENAME, data: { code: 'HQ1' } },
      '/wishes/1',
      'would make it site:HQ1; delete and create it instead',
    ],
    [
      'is asked for twice',
      create('shift', NIGHT),
      '/wishes/1',
      'shift:OFF001/night is there twice',
    ],
  ])('is refused where it %s, and says where', async (_, wanted, pointer, detail) => {
    await expect(plan(create('shift', NIGHT), wanted)).rejects.toMatchObject({
      message: 'The changes cannot be made',
      extensions: { errors: [{ pointer, detail }] },
    });
  });

  it('is looked for only where it can be asked for', async () => {
    const broken = new InMemoryTable();
    broken.getMany = () => Promise.reject(new Error('asked'));
    const attempt = (...wanted: WantedChange[]) => planChanges(broken, TENANT, wanted, 'wishes');
    await expect(attempt(RENAME, RENAME)).rejects.toThrow('The changes cannot be made');
    await expect(attempt(RENAME)).rejects.toThrow('asked');
  });

  it('is refused with every field that does not fit, new or not', async () => {
    const tooFew = { ...RENAME, data: { expected_users: 0, time_zone: 'Nowhere' } };
    await expect(plan(tooFew)).rejects.toMatchObject({
      extensions: {
        errors: [
          expect.objectContaining({ pointer: '/wishes/0/data/time_zone' }),
          {
            pointer: '/wishes/0/data/expected_users',
            detail: 'Too small: expected number to be >=1',
          },
        ],
      },
    });
    await expect(plan(create('shift', { ...NIGHT, people: 0 }))).rejects.toMatchObject({
      extensions: { errors: [{ pointer: '/wishes/0/data/people' }] },
    });
  });
});

describe('the id of a resource in a request', () => {
  const accepts = (entity_id: string) =>
    wantedChange.safeParse({ operation: 'delete', entity_id }).success;

  it('has a kind and a key, of 400 characters at most', () => {
    expect(accepts('site:OFF001')).toBe(true);
    expect(accepts(`site:${'x'.repeat(395)}`)).toBe(true);
    for (const id of ['site:', 'OFF001', 'castle:OFF001', 'a site:x', 'site:a#b'])
      expect(accepts(id), id).toBe(false);
    expect(accepts(`site:${'x'.repeat(396)}`)).toBe(false);
  });
});

describe('null as a value', () => {
  it('takes away what may be absent, and stands where it means something', () => {
    expect(
      withValues('shift', { name: 'Day', check_minutes: 10 }, { check_minutes: null }),
    ).toEqual({
      name: 'Day',
    });
    const { data } = securityPolicy();
    expect(withValues('security_policy', { ...data }, { permitted_distance_meters: null })).toEqual(
      {
        ...data,
        permitted_distance_meters: null,
      },
    );
    const later = { check_minutes: 5, end: '17:00' };
    expect(withValues('shift', { name: 'Day', check_minutes: 10 }, later)).toEqual({
      name: 'Day',
      ...later,
    });
    expect(withValues('shift', { name: 'Day' }, { name: null, other: null })).toEqual({
      name: null,
      other: null,
    });
  });
});
