import { beforeEach, describe, expect, it } from 'vitest';
import { withdrawChangeset } from '#shared/approvals/withdraw-changeset.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];

let world: ApprovalWorld;
let applied: Changeset;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
  applied = await world.submit('ana', TWO);
  for (const name of ['bob', 'cem']) await world.decide(name, applied);
});

describe('a changeset', () => {
  it('is taken back by one roll-back at a time, which a second one is told', async () => {
    const open = await world.rollBack('ana', applied);
    await expect(world.rollBack('bob', applied)).rejects.toMatchObject({
      code: 'invalid_state',
      message: expect.stringContaining(open.id),
      extensions: { changeset_id: open.id },
    });
  });

  it('is taken back by one of two that are asked for at once', async () => {
    const both = await Promise.allSettled([
      world.rollBack('ana', applied),
      world.rollBack('bob', applied),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('may be taken back by another once the first is out of the way', async () => {
    const first = await world.rollBack('ana', applied);
    const ana = callerOf('ana');
    await world.carryOut(ana, await withdrawChangeset(world, ana, first.id));
    const second = await world.rollBack('bob', applied);
    expect(second).toMatchObject({ status: 'pending_approval', rollback_of: applied.id });
  });
});

describe('a roll-back that became stale', () => {
  it('is not rebased: a new one is asked for', async () => {
    const open = await world.rollBack('ana', applied);
    await world.submit('ana', await world.planned(site('OFF001', { name: 'Tower' })));
    await world.decide('bob', open);
    await expect(world.decide('cem', open)).rejects.toMatchObject({ code: 'stale_changeset' });
    await expect(world.rebase('bob', open)).rejects.toMatchObject({
      code: 'invalid_state',
      message: expect.stringContaining('ask for a new one'),
    });
  });
});
