import { beforeEach, describe, expect, it } from 'vitest';
import { showLinkedDecision } from '#shared/approvals/decide-by-link.ts';
import { missingApprovers } from '#shared/approvals/quorum.ts';
import { putPerson } from '#shared/tenants/people-store.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const ONE = [creating(site())];
const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];

/** What the second account's token says: another address than the directory's. */
const ALIAS = { ...callerOf('ann9'), email: 'alias@acme.example' };

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ann', 'bob', 'cem']);
  const second = {
    user_id: 'ann9',
    email: 'ann@acme.example',
    name: 'Ann',
    roles: ['approver' as const],
    language: 'en',
    active: true,
    managed: true,
    version: 1,
  };
  await world.table.transact(TENANT, [putPerson(second, 0)]);
});

describe('one human with two accounts, whom only the directory knows as one', () => {
  it('does not approve under one what was asked for under the other', async () => {
    const draft = await world.draft('ann', ONE);
    await expect(world.decideAs(ALIAS, draft)).rejects.toMatchObject({ code: 'self_approval' });
  });

  it('does not approve what was asked for under the address of the token', async () => {
    const draft = await world.draft('ann9', ONE);
    await world.put({ ...draft, requester: { ...draft.requester, email: ALIAS.email } });
    await expect(world.decide('ann', draft)).rejects.toMatchObject({ code: 'self_approval' });
  });

  it('does not approve what they have edited', async () => {
    const draft = await world.draft('mia', ONE);
    await world.edit('ann', draft, { modifications: { 'site:OFF001': { name: 'Tower' } } });
    await expect(world.decideAs(ALIAS, draft)).rejects.toMatchObject({ code: 'self_approval' });
  });

  it('counts once, whichever account decides first', async () => {
    const [one, two] = [callerOf('ann'), ALIAS];
    for (const [first, second] of [
      [one, two],
      [two, one],
    ] as const) {
      const pending = await world.submit('cem', TWO);
      await world.decideAs(first, pending);
      await expect(world.decideAs(second, pending)).rejects.toMatchObject({
        code: 'already_decided',
      });
    }
  });

  it('is told so by the page of a link', async () => {
    const draft = await world.draft('ann', ONE);
    const { revision_hash: revisionHash, id: changesetId } = draft;
    const decision = 'approve' as const;
    const link = { tenant: TENANT, changesetId, userId: 'ann9', decision, revisionHash };
    const { obstacle } = await showLinkedDecision(world, link);
    expect(obstacle).toBe('You have asked for it, or edited it.');
  });

  it('is not among those who could still approve', async () => {
    const draft = await world.draft('ann', TWO);
    const requester = { ...draft.requester, email: 'other@acme.example' };
    for (const name of ['bob', 'cem']) await world.become(name, { active: false });
    expect(await missingApprovers(world, TENANT, { ...draft, requester })).toMatchObject({
      missing: 2,
    });
  });
});
