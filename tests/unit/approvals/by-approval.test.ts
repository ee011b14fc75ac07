import { expect, it } from 'vitest';
import { byApproval } from '#shared/approvals/by-approval.ts';
import { approvalWorld, callerOf } from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

it('an approval names a changeset only by a level that it has', async () => {
  const world = await approvalWorld(['ana', 'bob', 'cem']);
  const shifts = Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)));
  const { id } = await world.submit('ana', [creating(site()), ...shifts]);
  const found = async (name: string) =>
    (await byApproval(world, callerOf('bob'), name)())?.id === id;
  for (const name of [id, `${id}~1`, `${id}~2`]) expect(await found(name), name).toBe(true);
  for (const name of [`${id}~0`, `${id}~3`, `${id}~77`, `${id}~01`, 'another~1'])
    expect(await found(name), name).toBe(false);
});
