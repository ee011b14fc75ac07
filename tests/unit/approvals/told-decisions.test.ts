import { beforeEach, describe, expect, it } from 'vitest';
import { approvalGrantedV1 } from '#events/approval-granted.v1.ts';
import { approvalRejectedV1 } from '#events/approval-rejected.v1.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const TWO = [creating(site()), creating(shift('Day'))];

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
  await world.setPolicy({ two_person_over_changes: 1, veto: 'majority' });
  await world.policies.fresh(TENANT);
});

describe('an approval', () => {
  it('is told with the conditions it was given on, and those of this person alone', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending, { decision: 'approve', conditions: 'only in May' });
    await world.decide('cem', pending);
    expect(world.told(approvalGrantedV1.name)).toMatchObject([
      { approver: { user_id: 'bob' }, conditions: 'only in May', still_required: 1 },
      { approver: { user_id: 'cem' }, conditions: null, still_required: 0 },
    ]);
  });

  it('says nothing of conditions in an event of before they were told', () => {
    const summary = { changeset_id: 'c', revision: 1, session_id: null, origin: 'edit', title: '' };
    const person = { user_id: 'bob', email: '' };
    const before = { ...summary, requester: person, risk_score: 0, changes: 1, approver: person };
    const read = approvalGrantedV1.data.parse({ ...before, still_required: 0 });
    expect(read.conditions).toBeNull();
  });
});

describe('a rejection', () => {
  const reject = (name: string, reason: string, { id }: { id: string }) =>
    world.decide(name, { id }, { decision: 'reject', reason });

  it('that the others may outvote is told as such, and the one that ends it as the end', async () => {
    const pending = await world.submit('ana', TWO);
    await reject('bob', 'too soon', pending);
    await reject('cem', 'too late', pending);
    expect(world.told(approvalRejectedV1.name)).toMatchObject([
      { approver: { user_id: 'bob' }, reason: 'too soon', status: 'pending_approval' },
      { approver: { user_id: 'cem' }, reason: 'too late', status: 'rejected' },
    ]);
  });

  it('that leaves too few to approve is told as the end', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('dua', pending);
    await world.setPolicy({ quorum: 3 });
    await world.policies.fresh(TENANT);
    await reject('bob', 'no', pending);
    expect(world.told(approvalRejectedV1.name)).toMatchObject([{ status: 'rejected' }]);
  });

  it('under the veto of one is told once, as the end', async () => {
    await world.setPolicy({ veto: 'one_reject' });
    await world.policies.fresh(TENANT);
    await reject('bob', 'no', await world.submit('ana', TWO));
    expect(world.told(approvalRejectedV1.name)).toMatchObject([{ status: 'rejected' }]);
  });
});
