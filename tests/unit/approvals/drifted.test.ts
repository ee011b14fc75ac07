import { beforeEach, describe, expect, it } from 'vitest';
import { previewEdit } from '#shared/approvals/preview-changes.ts';
import { readChangeset } from '#shared/approvals/read-changeset.ts';
import { withdrawChangeset } from '#shared/approvals/withdraw-changeset.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
} from '#tests/support/approvals/approval-world.ts';
import { creating, site } from '#tests/support/changesets/drafts.ts';

const PEOPLE = ['ana', 'bob', 'cem', 'dan', 'eve', 'fay'];
const CONFLICTS = [
  {
    entity_id: 'site:OFF001',
    fields: [
      { field: 'expected_users', current: 30 },
      { field: 'name', base: 'Main Office', proposed: 'Tower' },
    ],
  },
];

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(PEOPLE);
  await world.submit('ana', [creating(site())]);
});

/** A draft that somebody else's application has overtaken; nobody has noticed yet. */
async function overtaken(): Promise<Changeset> {
  const draft = await world.draft('mia', await world.planned(site('OFF001', { name: 'Tower' })));
  await world.submit('ana', await world.planned(site('OFF001', { expected_users: 30 })));
  return draft;
}

describe('a changeset that the configuration has overtaken', () => {
  it('is stale to everybody who decides at once, with the conflicts, and told once', async () => {
    const draft = await overtaken();
    const outcomes = await Promise.allSettled(PEOPLE.map((name) => world.decide(name, draft)));
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'stale_changeset', extensions: { conflicts: CONFLICTS } },
      });
    expect(world.told('changeset.stale.v1')).toHaveLength(1);
  });

  it('is not edited, nor is an edit of it previewed, before it is rebased', async () => {
    const draft = await overtaken();
    await expect(world.decide('bob', draft)).rejects.toMatchObject({ code: 'stale_changeset' });
    const renaming = { modifications: { 'site:OFF001': { name: 'Castle' } } };
    const command = { changesetId: draft.id, removals: [], additions: [], ...renaming };
    for (const attempt of [
      world.edit('cem', draft, renaming),
      previewEdit(world, callerOf('cem'), command),
    ])
      await expect(attempt).rejects.toMatchObject({
        code: 'stale_changeset',
        extensions: { conflicts: CONFLICTS, hint: expect.stringContaining('Rebase it first') },
      });
  });

  it('says why, and shows the conflicts to whoever reads or previews it later', async () => {
    const draft = await overtaken();
    await expect(world.decide('bob', draft)).rejects.toMatchObject({ code: 'stale_changeset' });
    const reader = callerOf('cem');
    expect(await readChangeset(world, reader, draft.id)).toMatchObject({
      status: 'stale',
      reason: 'Changed since it was planned: site:OFF001',
      conflicts: CONFLICTS,
      conflicts_total: 1,
    });
    const nothing = { removals: [], modifications: {}, additions: [] };
    const command = { changesetId: draft.id, ...nothing };
    expect(await previewEdit(world, reader, command)).toMatchObject({
      changes: [{ after: { name: 'Tower' } }],
      conflicts: CONFLICTS,
      revision_hash: draft.revision_hash,
    });
  });

  it('can be withdrawn by whoever asked for it, and then by nobody', async () => {
    const draft = await overtaken();
    await expect(world.decide('bob', draft)).rejects.toMatchObject({ code: 'stale_changeset' });
    const mia = callerOf('mia');
    const withdraw = async () => world.carryOut(mia, await withdrawChangeset(world, mia, draft.id));
    expect(await withdraw()).toMatchObject({ status: 'withdrawn' });
    await expect(withdraw()).rejects.toMatchObject({ code: 'already_decided' });
  });
});

it('a withdrawal that others get ahead of still withdraws what is still open', async () => {
  await world.setPolicy({ two_person_over_changes: 0, auto_below: 0 });
  const draft = await world.draft('mia', [creating(site('NEW001'))]);
  const decision = await withdrawChangeset(world, callerOf('mia'), draft.id);
  await world.decide('bob', draft);
  const withdrawn = await world.carryOut(callerOf('mia'), decision);
  expect(withdrawn).toMatchObject({ status: 'withdrawn', decisions: [{ decision: 'approve' }] });
});

it('a draft says who is missing as people are when it is read', async () => {
  const lonely = await approvalWorld(['ana']);
  const draft = await lonely.draft('ana', [creating(site('NEW001'))], true);
  await lonely.put({ ...draft, reason: 'approvers are missing' });
  const read = () => readChangeset(lonely.instance(), callerOf('ana'), draft.id);
  expect((await read()).reason).toBeNull();
  await lonely.put({ ...draft, requester: { ...draft.requester, may_approve: false } });
  const asked = { ...draft.policy, name: 'single' as const, required_approvals: 1 };
  await lonely.put({ ...draft, policy: asked });
  expect((await read()).reason).toContain('1 more approvers are missing');
  await lonely.hire('bob', ['approver']);
  expect((await read()).reason).toBeNull();
});
