import { beforeEach, describe, expect, it } from 'vitest';
import { PolicyUnsatisfiableError } from '#shared/approvals/errors.ts';
import { readChangeset } from '#shared/approvals/read-changeset.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];

let world: ApprovalWorld;
let pending: Changeset;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
  pending = await world.submit('ana', TWO);
  await world.decide('bob', pending);
});

const OTHERS = Array.from({ length: 11 }, (_, n) => creating(site(`OTH00${n}`)));

/** What every instance knows once it looks again. */
const outdate = () => world.clock.passSeconds(31);

describe('an approval of somebody who has gone', () => {
  it.each([
    ['is not active any more', { active: false }],
    ['is no approver any more', { roles: ['member' as const] }],
  ])('does not count: who gave it %s', async (_, change) => {
    await world.become('bob', change);
    outdate();
    const second = await world.decide('cem', pending);
    expect(second).toMatchObject({
      status: 'pending_approval',
      decisions: [{ approver: { user_id: 'bob' }, lapsed: true }, { approver: { user_id: 'cem' } }],
    });
    const applied = await world.decide('dua', pending);
    expect(applied.status).toBe('applied');
  });

  it('is shown as one that does not, with who is missing', async () => {
    for (const gone of ['bob', 'dua']) await world.become(gone, { active: false });
    outdate();
    const view = await readChangeset(world, callerOf('cem'), pending.id);
    expect(view.decisions).toMatchObject([{ approver: { user_id: 'bob' }, counts: false }]);
    expect(view.approvals.map(({ status }) => status)).toEqual(['pending', 'pending']);
    expect(view.missing).toMatchObject({ required_approvals: 2, missing: 1 });
    await expect(world.decide('cem', pending)).rejects.toBeInstanceOf(PolicyUnsatisfiableError);
  });

  it('counts again for who is back in time, and can be given again by who is back later', async () => {
    await world.become('bob', { active: false });
    await world.become('bob', { active: true });
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied' });
    const other = await world.submit('ana', OTHERS);
    await world.decide('bob', other);
    await world.become('bob', { active: false });
    outdate();
    await world.decide('cem', other);
    await world.become('bob', { active: true });
    outdate();
    expect(await world.decide('bob', other)).toMatchObject({ status: 'applied' });
  });

  it('does not count where the policy asks others by name or role, and they are that no more', async () => {
    await world.setPolicy({ approvers: { two_person: { roles: ['admin'], people: [] } } });
    await world.policies.fresh(TENANT);
    for (const name of ['bob', 'cem', 'dua']) await world.become(name, { roles: ['admin'] });
    outdate();
    const named = await world.submit('ana', OTHERS);
    await world.decideAs(callerOf('bob', ['admin']), named);
    await world.become('bob', { roles: ['approver'] });
    outdate();
    const second = await world.decideAs(callerOf('cem', ['admin']), named);
    expect(second.status).toBe('pending_approval');
  });

  it('is looked for only where others have approved, and held for half a minute', async () => {
    await world.become('bob', { active: false });
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied' });
  });
});
