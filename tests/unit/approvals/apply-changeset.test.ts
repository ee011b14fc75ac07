import { beforeEach, describe, expect, it } from 'vitest';
import { applyChangeset, stepsOf } from '#shared/approvals/apply-changeset.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const ONE = [creating(site())];
const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
});

describe('the application of a changeset', () => {
  const apply = async (changeset: Changeset) => {
    const settings = await world.policies.current(TENANT);
    return applyChangeset(world, callerOf('bob'), { changeset, settings, events: [] });
  };

  it('names in the history who agreed, and nobody else', async () => {
    await world.setPolicy({ veto: 'majority' });
    await world.policies.fresh(TENANT);
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending, { decision: 'escalate' });
    await world.decide('bob', pending);
    await world.decide('cem', pending, { decision: 'reject' });
    await world.decide('dua', pending);
    const { changes, ...changeset } = await world.read(pending.id);
    const { approvedBy, requestedBy } = stepsOf({ ...changeset, changes }, changes, new Date(0));
    expect(approvedBy.map(({ user_id }) => user_id)).toEqual(['bob', 'dua']);
    expect(requestedBy.user_id).toBe('ana');
  });

  it('needs all of its changes at hand', async () => {
    const draft = await world.draft('mia', ONE);
    const body = { revision_hash: draft.revision_hash, changes: 200 };
    await expect(apply({ ...draft, body })).rejects.toThrow(
      `The changes of ${draft.id} are not at hand`,
    );
  });

  it('holds only while the policy it was decided by is that of the tenant', async () => {
    const draft = await world.draft('mia', ONE);
    const decision = await apply(draft);
    await world.setPolicy({ quorum: 3 });
    const late = world.carryOut(callerOf('bob'), decision);
    await expect(late).rejects.toMatchObject({ code: 'invalid_state' });
  });

  it('marks what it takes back as it was found, in part where something stays', async () => {
    const draft = await world.draft('mia', ONE);
    const leaves = [{ entity_id: 'site:X', code: 'changed_since' as const, reason: 'by others' }];
    const targetOf = async (rollback: Changeset['rollback']) =>
      (await apply({ ...draft, rollback_of: 'cs-0', rollback })).writes.find(
        ({ key }) => key.sort === 'cs-0',
      );
    const from = 'failed' as const;
    expect(await targetOf({ from, leaves })).toMatchObject({
      condition: { values: { status: 'failed' } },
      set: { status: 'partially_rolled_back', rolled_back_by: draft.id, left: leaves },
    });
    expect(await targetOf({ from, leaves: [] })).toMatchObject({ set: { status: 'rolled_back' } });
    expect(await targetOf(null)).toMatchObject({
      condition: { values: { status: 'applied' } },
      set: { status: 'rolled_back', left: [] },
    });
  });
});
