import { beforeEach, describe, expect, it } from 'vitest';
import { planRollBack } from '#shared/approvals/roll-back-changeset.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import { InvalidStateError, NotFoundError } from '#shared/runtime/app-error.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site, staffRole } from '#tests/support/changesets/drafts.ts';

const OFFICE = [creating(site()), creating(shift('Day')), creating(staffRole('GUARD'))];

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
});
const plan = (id: string) => planRollBack(world, callerOf('ana'), { changesetId: id });

describe('rolling back', () => {
  it('makes a changeset of its own, decided like any other', async () => {
    const applied = await world.submit('ana', OFFICE);
    const pending = await world.rollBack('ana', applied);
    expect(pending).toMatchObject({
      status: 'pending_approval',
      origin: 'rollback',
      rollback_of: applied.id,
      policy: { name: 'two_person' },
    });
    await world.decide('bob', pending);
    await world.decide('cem', pending);
    expect(await world.resources(site(), shift('Day'), staffRole('GUARD'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(await world.read(applied.id)).toMatchObject({
      status: 'rolled_back',
      rolled_back_by: pending.id,
    });
    expect(world.events()).toContain('changeset.rolled_back.v1');
  });

  it('is applied at once where the policy allows', async () => {
    await world.submit('ana', OFFICE);
    const before = await world.resources(shift('Day'));
    const wanted = shift('Day', 'OFF001', { people: 9 });
    const applied = await world.submit('ana', await world.planned(wanted));
    expect(await world.rollBack('ana', applied)).toMatchObject({ status: 'applied' });
    expect(await world.resources(shift('Day'))).toEqual(before);
  });

  it('happens once', async () => {
    await world.submit('ana', OFFICE);
    const wanted = shift('Day', 'OFF001', { people: 9 });
    const applied = await world.submit('ana', await world.planned(wanted));
    await world.rollBack('ana', applied);
    await expect(world.rollBack('bob', applied)).rejects.toBeInstanceOf(InvalidStateError);
  });

  it('can itself be taken back', async () => {
    await world.submit('ana', OFFICE);
    const wanted = shift('Day', 'OFF001', { people: 9 });
    const applied = await world.submit('ana', await world.planned(wanted));
    const back = await world.rollBack('ana', applied);
    await world.rollBack('ana', back);
    expect(await world.resources(shift('Day'))).toMatchObject([{ people: 9 }]);
  });

  it('is refused where what it changed was changed since, and nothing is lost', async () => {
    await world.submit('ana', OFFICE);
    const first = await world.planned(shift('Day', 'OFF001', { people: 9 }));
    const applied = await world.submit('ana', first);
    await world.submit('ana', await world.planned(shift('Day', 'OFF001', { people: 12 })));
    await expect(world.rollBack('ana', applied)).rejects.toBeInstanceOf(StaleChangesetError);
    expect(await world.resources(shift('Day'))).toMatchObject([{ people: 12 }]);
    expect((await world.read(applied.id)).status).toBe('applied');
  });

  it('is refused where others would lose their site, and names them', async () => {
    const applied = await world.submit('ana', OFFICE.slice(0, 1));
    await world.submit('ana', [creating(shift('Day')), creating(shift('Night'))]);
    const { changeset, obstacles } = await plan(applied.id);
    expect(changeset.changes).toEqual([]);
    expect(obstacles).toEqual([
      {
        entity_id: 'site:OFF001',
        code: 'has_dependents',
        reason: 'Others belong to it: shift:OFF001/day, shift:OFF001/night',
      },
    ]);
    await expect(world.rollBack('ana', applied)).rejects.toBeInstanceOf(InvalidStateError);
  });

  it.each([
    [0, 'simple'],
    [1, 'moderate'],
    [5, 'moderate'],
    [6, 'complex'],
  ])('with %i others on the site is %s', async (others, complexity) => {
    await world.submit('ana', OFFICE.slice(0, 1));
    const renamed = await world.planned(site('OFF001', { name: 'Tower' }));
    const applied = await world.submit('ana', renamed);
    const shifts = Array.from({ length: others }, (_, n) => creating(shift(`S${n}`)));
    for (const step of shifts) await world.submit('ana', [step]);
    expect((await plan(applied.id)).complexity).toBe(complexity);
  });

  it('is of an applied changeset of this tenant only', async () => {
    const draft = await world.draft('mia', OFFICE);
    await expect(plan(draft.id)).rejects.toBeInstanceOf(InvalidStateError);
    await expect(plan('nothing')).rejects.toBeInstanceOf(NotFoundError);
  });
});
