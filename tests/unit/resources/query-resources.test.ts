import { beforeEach, describe, expect, it } from 'vitest';
import { dependentsOf, queryResources } from '#shared/resources/query-resources.ts';
import type { ResourceKind } from '#shared/resources/resource.ts';
import { queryHistory } from '#shared/resources/resource-history.ts';
import { resource } from '#shared/resources/resource-store.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import {
  creating,
  deleting,
  device,
  securityPolicy,
  shift,
  site,
  staffRole,
  user,
} from '#tests/support/changesets/drafts.ts';

const IMEI = '490154203237518';
const OTHER_IMEI = '356938035643809';

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
  const mine = { site_code: 'AAA', assigned_user: 'uma@acme.example' };
  const drafts = [
    ...['AAA', 'BBB'].flatMap((code) => [
      site(code),
      shift('Day', code),
      staffRole('GUARD', code),
      securityPolicy({}, code),
    ]),
    user('uma@acme.example'),
    device(IMEI, mine),
    device(OTHER_IMEI, { site_code: 'BBB' }),
  ];
  await applied(drafts.map(creating));
});

/** Asked for by one, agreed to by as many as it takes. */
async function applied(changes: Parameters<ApprovalWorld['submit']>[1]) {
  const asked = await world.submit('ana', changes);
  for (const name of ['bob', 'cem'])
    if ((await world.read(asked.id)).status !== 'applied') await world.decide(name, asked);
  return asked;
}

async function idsOf(kind: ResourceKind, more: { siteCode?: string; code?: string } = {}) {
  const { found } = await queryResources(world.table, TENANT, { kind, ...more });
  return found.map(({ item }) => resource.parse(item).entity_id);
}

describe('resources', () => {
  it.each([
    ['site', ['site:AAA', 'site:BBB']],
    ['shift', ['shift:AAA/day', 'shift:BBB/day']],
    ['staff_role', ['staff_role:AAA/GUARD', 'staff_role:BBB/GUARD']],
    ['security_policy', ['security_policy:AAA', 'security_policy:BBB']],
    ['user', ['user:uma@acme.example']],
    ['device', [`device:${OTHER_IMEI}`, `device:${IMEI}`]],
  ] as const)('of the kind %s are listed', async (kind, ids) => {
    expect(await idsOf(kind)).toEqual(ids);
  });

  it.each([
    ['site', ['site:AAA']],
    ['shift', ['shift:AAA/day']],
    ['staff_role', ['staff_role:AAA/GUARD']],
    ['security_policy', ['security_policy:AAA']],
    ['user', []],
    ['device', [`device:${IMEI}`]],
  ] as const)('of the kind %s are listed by site, however it is spelled', async (kind, ids) => {
    expect(await idsOf(kind, { siteCode: 'aaa' })).toEqual(ids);
  });

  it.each([
    ['site', { code: 'bbb' }, ['site:BBB']],
    ['shift', { siteCode: 'BBB', code: 'day' }, ['shift:BBB/day']],
    ['staff_role', { siteCode: 'BBB', code: 'GUARD' }, ['staff_role:BBB/GUARD']],
    ['shift', { code: 'Day' }, ['shift:AAA/day', 'shift:BBB/day']],
    ['staff_role', { code: 'guard' }, ['staff_role:AAA/GUARD', 'staff_role:BBB/GUARD']],
    ['staff_role', { code: 'AAA' }, []],
    ['site', { siteCode: 'AAA', code: 'bbb' }, []],
    ['device', { siteCode: 'bbb', code: IMEI }, []],
    ['device', { siteCode: 'aaa', code: IMEI }, [`device:${IMEI}`]],
    ['user', { code: 'uma@acme.example' }, ['user:uma@acme.example']],
    ['device', { code: IMEI }, [`device:${IMEI}`]],
    ['device', { code: 'nobody' }, []],
  ] as const)('of the kind %s are found by code', async (kind, by, ids) => {
    expect(await idsOf(kind, by)).toEqual(ids);
  });

  it('of one code on many sites come in pages, too', async () => {
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const selection = { kind: 'staff_role', code: 'GUARD', limit: 1 } as const;
      const page = await queryResources(world.table, TENANT, {
        ...selection,
        ...(after && { after }),
      });
      pages.push(page.found.map(({ key }) => key.sort));
      after = page.next;
    } while (after);
    expect(pages).toEqual([['AAA/GUARD'], ['BBB/GUARD']]);
  });

  it('come in pages of full length, whatever was deleted in between', async () => {
    const shifts = Array.from({ length: 9 }, (_, n) => shift(`S${n}`, 'AAA'));
    for (const draft of shifts) await applied([creating(draft)]);
    for (const n of [1, 2, 4, 7]) await applied([deleting(shift(`S${n}`, 'AAA'))]);
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const selection = { kind: 'shift', siteCode: 'AAA', limit: 2 } as const;
      const page = await queryResources(world.table, TENANT, {
        ...selection,
        ...(after && { after }),
      });
      pages.push(page.found.map(({ key }) => key.sort));
      after = page.next;
    } while (after);
    expect(pages.flat()).toEqual(['day', 's0', 's3', 's5', 's6', 's8'].map((s) => `AAA/${s}`));
    expect(pages.slice(0, 3).map(({ length }) => length)).toEqual([2, 2, 2]);
  });

  it('say what belongs to a site and to a user', async () => {
    const names = async (id: string) =>
      (await dependentsOf(world.table, TENANT, id)).map(({ entity_id }) => entity_id);
    expect(await names('site:AAA')).toEqual([
      'shift:AAA/day',
      'staff_role:AAA/GUARD',
      'security_policy:AAA',
      `device:${IMEI}`,
    ]);
    expect(await names('user:uma@acme.example')).toEqual([`device:${IMEI}`]);
  });

  it('follow a device that moves', async () => {
    await applied(await world.planned(device(IMEI, { site_code: 'BBB' })));
    expect(await idsOf('device', { siteCode: 'AAA' })).toEqual([]);
    expect(await idsOf('device', { siteCode: 'BBB' })).toHaveLength(2);
    expect(await dependentsOf(world.table, TENANT, 'user:uma@acme.example')).toEqual([]);
  });
});

describe('the history of a resource', () => {
  it('says who wanted what when, and who agreed, through deletion and return', async () => {
    const first = await applied([deleting(shift('Day', 'AAA'))]);
    const again = await applied(await world.planned(shift('Day', 'AAA', { people: 9 })));
    const changed = await applied(await world.planned(shift('Day', 'AAA', { people: 10 })));
    const { found } = await queryHistory(world.table, TENANT, 'shift:AAA/day', { limit: 10 });
    expect(found.map(({ item }) => item)).toMatchObject([
      {
        version: 4,
        operation: 'update',
        changeset_id: changed.id,
        requested_by: { user_id: 'ana' },
        fields_changed: [{ field: 'people', old: 9, new: 10 }],
      },
      { version: 3, operation: 'create', changeset_id: again.id },
      { version: 2, operation: 'delete', changeset_id: first.id },
      { version: 1, operation: 'create', approved_by: [{ user_id: 'bob' }, { user_id: 'cem' }] },
    ]);
  });
});
