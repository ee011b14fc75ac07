import { beforeEach, describe, expect, it } from 'vitest';
import { AlreadyDecidedError, SelfApprovalError } from '#shared/approvals/errors.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import { InvalidStateError } from '#shared/runtime/app-error.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, site } from '#tests/support/changesets/drafts.ts';

const tower = (more: object) => site('OFF001', more);

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
  await world.submit('ana', [creating(site())]);
});

/** Asks for another name; meanwhile somebody else makes the site what is given here. */
async function overtaken(meanwhile: object): Promise<Changeset> {
  const draft = await world.draft('mia', await world.planned(tower({ name: 'Tower' })));
  await world.submit('ana', await world.planned(tower(meanwhile)));
  return draft;
}

async function stale(meanwhile: object): Promise<Changeset> {
  const draft = await overtaken(meanwhile);
  await expect(world.decide('bob', draft)).rejects.toBeInstanceOf(StaleChangesetError);
  return draft;
}

describe('rebasing', () => {
  it('opens a stale changeset again, on the configuration as it is, and needs approval again', async () => {
    const draft = await stale({ expected_users: 30 });
    const rebased = await world.rebase('cem', draft);
    expect(rebased).toMatchObject({
      status: 'pending_approval',
      revision: 2,
      editors: [],
      revised: { kind: 'rebase', by: { user_id: 'cem' } },
      changes: [{ base_version: 2, before: { expected_users: 30 }, after: { expected_users: 30 } }],
    });
    expect(await world.decide('cem', draft)).toMatchObject({ status: 'applied' });
    expect(await world.resources(site())).toMatchObject([{ name: 'Tower', expected_users: 30 }]);
  });

  it('does the same before anybody has noticed, and voids earlier decisions', async () => {
    await world.setPolicy({ two_person_over_changes: 0 });
    await world.policies.fresh(TENANT);
    const draft = await world.draft('mia', await world.planned(tower({ name: 'Tower' })));
    await world.decide('ana', draft);
    const other = await world.submit('ana', await world.planned(tower({ expected_users: 30 })));
    for (const name of ['bob', 'cem']) await world.decide(name, other);
    const rebased = await world.rebase('cem', draft);
    expect(rebased).toMatchObject({ status: 'pending_approval', revision: 2, decisions: [] });
  });

  it('shows the conflicts field by field, and changes nothing', async () => {
    const draft = await stale({ name: 'Castle' });
    const attempt = world.rebase('cem', draft);
    await expect(attempt).rejects.toMatchObject({
      code: 'stale_changeset',
      extensions: {
        conflicts: [
          {
            entity_id: 'site:OFF001',
            fields: [
              {
                field: 'name',
                base: 'Main Office',
                current: 'Castle',
                proposed: 'Tower',
                conflict: true,
              },
            ],
          },
        ],
      },
    });
    expect(await world.read(draft.id)).toMatchObject({ status: 'stale', revision: 1 });
  });

  it('takes a resolution, which makes an editor', async () => {
    const draft = await stale({ name: 'Castle' });
    const resolved = await world.rebase('cem', draft, { 'site:OFF001': { name: 'proposed' } });
    expect(resolved).toMatchObject({ revision: 2, editors: [{ user_id: 'cem' }] });
    await expect(world.decide('cem', draft)).rejects.toBeInstanceOf(SelfApprovalError);
    await world.decide('bob', draft);
    expect(await world.resources(site())).toMatchObject([{ name: 'Tower' }]);
  });

  it('has nothing to decide where everything is so already', async () => {
    const draft = await overtaken({ name: 'Tower' });
    await expect(world.rebase('cem', draft)).rejects.toBeInstanceOf(InvalidStateError);
  });

  it('of what has not moved changes nothing', async () => {
    const draft = await world.draft('mia', await world.planned(tower({ name: 'Tower' })));
    expect(await world.rebase('cem', draft)).toMatchObject({ status: 'proposed', revision: 1 });
    expect(world.events()).not.toContain('approval.requested.v1');
  });

  it('leaves a draft proposed', async () => {
    const draft = await overtaken({ expected_users: 30 });
    expect(await world.rebase('cem', draft)).toMatchObject({ status: 'proposed', revision: 2 });
  });

  it('is of what is open or stale only', async () => {
    const applied = await world.submit('ana', await world.planned(tower({ name: 'Tower' })));
    await expect(world.rebase('bob', applied)).rejects.toBeInstanceOf(AlreadyDecidedError);
  });
});
