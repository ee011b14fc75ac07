import { beforeEach, describe, expect, it } from 'vitest';
import { planRollBack, rollBackChangeset } from '#shared/approvals/roll-back-changeset.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
} from '#tests/support/approvals/approval-world.ts';
import { creating, deleting, device, shift, site, user } from '#tests/support/changesets/drafts.ts';

const IMEI = '490154203237518';
const BOLD = { auto_below: 1, two_person_from: 1, two_person_over_changes: 1000 };

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
  await world.setPolicy(BOLD);
  await world.policies.fresh(callerOf('ana').tenant);
});

const plan = ({ id }: Changeset) => planRollBack(world, callerOf('ana'), { changesetId: id });

/** What ana may decide alone; the delete of a site takes two others. */
async function takeBack({ id }: Changeset, partial: boolean) {
  const caller = callerOf('ana');
  const decision = await rollBackChangeset(world, caller, { changesetId: id, partial });
  const { changeset } = await world.carryOut(caller, decision);
  for (const name of ['bob', 'cem'])
    if ((await world.read(changeset.id)).status === 'pending_approval')
      await world.decide(name, changeset);
  return world.read(changeset.id);
}

describe('a changeset of which something was changed since', () => {
  async function changedSince(): Promise<Changeset> {
    const applied = await world.submit('ana', [
      creating(site()),
      creating(shift('Day')),
      creating(shift('Late')),
    ]);
    await world.submit('bob', await world.planned(shift('Late', 'OFF001', { people: 9 })));
    return applied;
  }

  it('says what cannot be taken back, and why: neither the shift nor the site it is on', async () => {
    const { obstacles, changeset } = await plan(await changedSince());
    expect(obstacles).toMatchObject([
      { entity_id: 'shift:OFF001/late', code: 'changed_since' },
      { entity_id: 'site:OFF001', code: 'has_dependents' },
    ]);
    expect(changeset.changes).toMatchObject([{ entity_id: 'shift:OFF001/day' }]);
  });

  it('is taken back in part where that is wanted, and the rest when nothing is in the way', async () => {
    const applied = await changedSince();
    await expect(takeBack(applied, false)).rejects.toMatchObject({ code: 'stale_changeset' });
    expect(await takeBack(applied, true)).toMatchObject({ status: 'applied' });
    expect(await world.read(applied.id)).toMatchObject({
      status: 'partially_rolled_back',
      left: [{ entity_id: 'shift:OFF001/late' }, { entity_id: 'site:OFF001' }],
    });
    await expect(takeBack(applied, true)).rejects.toMatchObject({ code: 'stale_changeset' });
    await world.submit('bob', [deleting(shift('Late', 'OFF001', { people: 9 }), 2)]);
    expect(await takeBack(applied, false)).toMatchObject({ status: 'applied' });
    expect(await world.read(applied.id)).toMatchObject({ status: 'rolled_back', left: [] });
    expect(await world.resources(site(), shift('Day'), shift('Late'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a device that would come back to what is gone', () => {
  it('stays, and so does the site it was moved to', async () => {
    await world.submit('ana', [creating(site('AAA')), creating(user('uma@acme.example'))]);
    await world.submit('ana', [creating(device(IMEI, { site_code: 'AAA' }))]);
    const applied = await world.submit('ana', [
      creating(site('BBB')),
      ...(await world.planned(device(IMEI, { site_code: 'BBB' }))),
    ]);
    const gone = await world.submit('ana', [deleting(site('AAA'))]);
    for (const name of ['bob', 'cem'])
      if ((await world.read(gone.id)).status !== 'applied') await world.decide(name, gone);
    const { obstacles, changeset } = await plan(applied);
    expect(changeset.changes).toEqual([]);
    expect(obstacles).toMatchObject([
      { entity_id: `device:${IMEI}`, code: 'parent_gone' },
      { entity_id: 'site:BBB', code: 'has_dependents' },
    ]);
    await expect(takeBack(applied, true)).rejects.toMatchObject({ code: 'invalid_state' });
  });
});
