import { beforeEach, describe, expect, it } from 'vitest';
import { InvalidStateError } from '#shared/runtime/app-error.ts';
import { equals } from '#shared/store/write.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const OFFICE = [creating(site()), creating(shift('Day'))];

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dan']);
});

// Found by simulation: it was tried 24 times and then called too much at once.
describe('a decision that can never have its effect', () => {
  it('about a roll-back of what another has taken back makes it stale, and says so', async () => {
    const applied = await world.submit('ana', OFFICE);
    const back = await world.rollBack('bob', applied);
    const takenBack = { status: 'rolled_back', rolled_back_by: 'another' } as const;
    await world.put({ ...(await world.read(applied.id)), ...takenBack });
    await world.decide('cem', back);
    const late = world.decide('dan', back);
    await expect(late).rejects.toMatchObject({ code: 'stale_changeset' });
    expect(await world.read(back.id)).toMatchObject({ status: 'stale' });
    expect(await world.read(applied.id)).toMatchObject(takenBack);
  });

  it('about the draft of a conversation that has ended is refused with the reason', async () => {
    const draft = await world.draft('mia', [creating(shift('Day')), creating(site())]);
    const ended = new InvalidStateError('The conversation no longer waits for this approval');
    const key = { partition: 'SESSION#1', sort: 'STATE' };
    const origins = {
      ...world.origins,
      whenApplied: () => ({
        writes: [
          {
            action: 'check' as const,
            key,
            condition: equals({ state: 'awaiting_approval' }),
            refused: () => ended,
          },
        ],
        events: [],
      }),
    };
    const late = world.decide('ana', draft, { decision: 'approve' }, { ...world, origins });
    await expect(late).rejects.toBe(ended);
    expect(await world.table.get(TENANT, key)).toBeUndefined();
  });
});
