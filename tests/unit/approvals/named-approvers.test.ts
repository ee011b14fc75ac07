import { beforeEach, describe, expect, it } from 'vitest';
import { isAsked } from '#shared/approvals/approvers.ts';
import { NotAnApproverError, PolicyUnsatisfiableError } from '#shared/approvals/errors.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const ONE = [creating(site())];
const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];
const reject = { decision: 'reject', reason: 'no' } as const;

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
});

const setPolicy = async (policy: Parameters<ApprovalWorld['setPolicy']>[0]) => {
  await world.setPolicy(policy);
  await world.policies.fresh(TENANT);
};

describe('a policy that names approvers', () => {
  it('asks them and nobody else', async () => {
    await setPolicy({ approvers: { single: { roles: [], people: ['bob', 'CEM@acme.example'] } } });
    const draft = await world.draft('mia', ONE);
    await expect(world.decide('ana', draft)).rejects.toMatchObject({
      code: 'not_an_approver',
      extensions: { approvers: { people: ['bob', 'CEM@acme.example'] } },
    });
    await expect(world.decide('ana', draft, reject)).rejects.toBeInstanceOf(NotAnApproverError);
    expect(await world.decide('cem', draft)).toMatchObject({ status: 'applied' });
  });

  it('asks by role, and every admin is an approver', () => {
    const asks = (roles: ('approver' | 'admin')[]) => ({
      policy: {
        name: 'single' as const,
        required_approvals: 1,
        reasons: [],
        approvers: { roles, people: [] },
        submitted_approvers: null,
        veto: 'one_reject' as const,
        version: 0,
      },
    });
    const person = (role: 'approver' | 'admin') => ({ user_id: 'x', email: 'x', roles: [role] });
    expect(isAsked(asks(['admin']), person('approver'))).toBe(false);
    expect(isAsked(asks(['admin']), person('admin'))).toBe(true);
    expect(isAsked(asks(['approver']), person('admin'))).toBe(true);
  });

  it('is refused at submission where too few of them can decide, saying who is missing', async () => {
    const two_person = { roles: ['admin' as const], people: ['ana', 'bob', 'zoe'] };
    await setPolicy({ approvers: { two_person } });
    const attempt = world.submit('ana', TWO);
    await expect(attempt).rejects.toBeInstanceOf(PolicyUnsatisfiableError);
    await expect(attempt).rejects.toMatchObject({
      extensions: {
        missing: { required_approvals: 2, missing: 1, roles: ['admin'], people: ['ana', 'zoe'] },
      },
    });
    await world.hire('root', ['admin']);
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    expect(pending.status).toBe('pending_approval');
  });
});

describe('a policy that names one human twice', () => {
  it('says by which names, where that leaves too few', async () => {
    await setPolicy({
      approvers: { two_person: { roles: [], people: ['bob', 'BOB@acme.example'] } },
    });
    await expect(world.submit('ana', TWO)).rejects.toMatchObject({
      message: expect.stringMatching(/1 more .* besides those who go by bob, BOB@acme.example$/),
    });
  });
});

describe('a rejection', () => {
  it('ends it where one is enough, whoever else has approved', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    expect(await world.decide('cem', pending, reject)).toMatchObject({ status: 'rejected' });
  });

  it('may be outvoted under the majority, and is on record', async () => {
    await setPolicy({ veto: 'majority' });
    const pending = await world.submit('ana', TWO);
    expect(await world.decide('bob', pending, reject)).toMatchObject({
      status: 'pending_approval',
      decisions: [{ decision: 'reject', reason: 'no' }],
    });
    await world.decide('cem', pending);
    expect(await world.decide('dua', pending)).toMatchObject({ status: 'applied' });
  });

  it('ends it under the majority once more than half as many reject as are asked', async () => {
    await setPolicy({ veto: 'majority', quorum: 2 });
    await world.hire('eva', ['approver']);
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending, reject);
    expect(await world.decide('cem', pending, reject)).toMatchObject({ status: 'rejected' });
  });

  it('ends it under the majority where too few are left to approve', async () => {
    const three = await approvalWorld(['ana', 'bob', 'cem']);
    await three.setPolicy({ veto: 'majority' });
    await three.policies.fresh(TENANT);
    const pending = await three.submit('ana', TWO);
    expect(await three.decide('bob', pending, reject)).toMatchObject({ status: 'rejected' });
  });

  it('of whoever asked for it does not count under the majority', async () => {
    await setPolicy({ veto: 'majority' });
    const draft = await world.draft('ana', ONE);
    expect(await world.decide('ana', draft, reject)).toMatchObject({ status: 'pending_approval' });
    expect(await world.decide('bob', draft)).toMatchObject({ status: 'applied' });
  });
});

describe('handing it on to the admins', () => {
  it('is done once per person and revision', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending, { decision: 'escalate' });
    const again = world.decide('bob', pending, { decision: 'escalate' });
    await expect(again).rejects.toMatchObject({ code: 'already_decided' });
    await world.decide('cem', pending, { decision: 'escalate' });
  });
});
