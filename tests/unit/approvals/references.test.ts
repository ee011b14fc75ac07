import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { previewChanges, previewEdit } from '#shared/approvals/preview-changes.ts';
import type { Change } from '#shared/changesets/change.ts';
import { modifyChanges } from '#shared/changesets/edit-changes.ts';
import type { WantedChange } from '#shared/changesets/wanted-changes.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
} from '#tests/support/approvals/approval-world.ts';
import { creating, device, shift, site, user } from '#tests/support/changesets/drafts.ts';

const faults = z.object({ errors: z.array(z.object({ pointer: z.string() })) });
const IMEI = '490154203237518';

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
  await world.submit('ana', [creating(site())]);
});

const wanted = ({ kind, data }: ReturnType<typeof shift>): WantedChange => ({
  operation: 'create',
  entity_type: kind,
  data: { ...data },
});

const refusedAt = async (attempt: Promise<unknown>) => {
  const error = await attempt.catch((thrown: unknown) => thrown);
  if (!(error instanceof ValidationError)) return error;
  return faults.parse(error.extensions).errors.map(({ pointer }) => pointer);
};

describe('a reference to what is not there', () => {
  it('is shown by a preview as what stands in the way', async () => {
    const lost = [
      wanted(shift('Day', 'NOPE01')),
      wanted(device(IMEI, { site_code: 'OFF001', assigned_user: 'who@acme.example' })),
    ];
    const { blockers } = await previewChanges(world, callerOf('ana'), lost);
    expect(blockers).toEqual(['site:NOPE01', 'user:who@acme.example']);
  });

  it('is refused when it is asked for, wherever it stands, and before anybody is asked', async () => {
    const lost = [creating(shift('Day', 'NOPE01'))];
    expect(await refusedAt(world.submit('mia', lost, false))).toEqual([
      '/changes/shift:NOPE01~1day/site_code',
    ]);
    expect(world.told('approval.requested.v1')).toEqual([]);
  });

  it('is refused where an edit adds it, modifies it, or takes away what it leads to', async () => {
    const draft = await world.draft('mia', [
      creating(site('NEW001')),
      creating(shift('Day', 'NEW001')),
      creating(device(IMEI, { site_code: 'OFF001' })),
    ]);
    const added = {
      additions: [wanted(user('x@acme.example')), wanted(shift('Late', 'NOPE01'))],
    };
    const modified = {
      modifications: { [`device:${IMEI}`]: { assigned_user: 'who@acme.example' } },
    };
    const moved = {
      modifications: { 'shift:NEW001/day': { site_code: 'NOPE01' } },
    };
    const pointers = (edit: object) => refusedAt(world.edit('cem', draft, edit));
    expect(await pointers(added)).toEqual(['/additions/1/data/site_code']);
    expect(await pointers(modified)).toEqual([`/modifications/device:${IMEI}/assigned_user`]);
    expect(await pointers(moved)).toEqual(['/modifications/shift:NEW001~1day/site_code']);
    expect(await pointers({ removals: ['site:NEW001'] })).toEqual(['/removals']);
    expect(await world.read(draft.id)).toMatchObject({ revision: 1 });
  });

  it('is refused in the values of a decision, too', async () => {
    const draft = await world.draft('mia', [creating(device(IMEI, { site_code: 'OFF001' }))]);
    const edit = (changes: readonly Change[]) => ({
      changes: modifyChanges(
        changes,
        { [`device:${IMEI}`]: { assigned_user: 'who@acme.example' } },
        ({ entity_id }) => entity_id,
      ),
      byValue: true,
    });
    const decided = world.decide('bob', draft, { decision: 'approve', edit });
    expect(await refusedAt(decided)).toEqual([`/modifications/device:${IMEI}/assigned_user`]);
  });

  it('is none where the changeset itself makes what it leads to', async () => {
    const own = [
      creating(user('x@acme.example')),
      creating(device(IMEI, { site_code: 'NEW001', assigned_user: 'x@acme.example' })),
      creating(site('NEW001')),
    ];
    const draft = await world.draft('mia', own);
    const additions = [wanted(shift('Day', 'NEW001'))];
    const command = { changesetId: draft.id, removals: [], modifications: {}, additions };
    expect((await previewEdit(world, callerOf('cem'), command)).blockers).toEqual([]);
    expect(await world.edit('cem', draft, { additions })).toMatchObject({ revision: 2 });
  });

  it('is one where the changeset takes away what it leads to', async () => {
    const [gone] = await world.planned(site('OFF001', { name: 'Tower' }));
    const deletion = { ...gone, operation: 'delete', after: null };
    const both = [Object.assign(gone ?? creating(site()), deletion), creating(shift('Day'))];
    expect(await refusedAt(world.submit('mia', both, false))).toEqual([
      '/changes/shift:OFF001~1day/site_code',
    ]);
  });
});
