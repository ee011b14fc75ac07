import { beforeEach, describe, expect, it } from 'vitest';
import { PolicyUnsatisfiableError, SelfApprovalError } from '#shared/approvals/errors.ts';
import { judgeChanges } from '#shared/approvals/judge-open.ts';
import { readChangeset } from '#shared/approvals/read-changeset.ts';
import { DEFAULT_SETTINGS, type SettingsChange } from '#shared/tenants/settings.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const ONE = [creating(site())];
const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];
const LAX = { auto_below: 1, two_person_from: 1, two_person_over_changes: 1000 };

const ADMINS = { roles: ['admin' as const], people: [] };

const policyAt = (version: number, change: SettingsChange['approval_policy']) => ({
  version,
  approval_policy: { ...DEFAULT_SETTINGS.approval_policy, ...change },
});

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
});

async function setPolicy(change: SettingsChange['approval_policy']): Promise<void> {
  await world.setPolicy(change);
  await world.policies.fresh(TENANT);
}

describe('a policy that is weakened in mid-flight', () => {
  it('lets nobody apply alone what was waiting for others', async () => {
    const pending = await world.submit('ana', TWO);
    await setPolicy(LAX);
    await expect(world.decide('ana', pending)).rejects.toBeInstanceOf(SelfApprovalError);
    const once = await world.decide('bob', pending);
    expect(once).toMatchObject({
      status: 'pending_approval',
      policy: {
        name: 'two_person',
        required_approvals: 2,
        version: 1,
        reasons: ['11 changes are more than 10, as it was submitted'],
      },
      submitted_under: { version: 0, approval_policy: { auto_below: 0.4 } },
    });
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied' });
  });

  it('lets a smaller revision of what others were asked about need one of them', async () => {
    const pending = await world.submit('ana', TWO);
    const removals = TWO.slice(1).map(({ entity_id }) => entity_id);
    const small = await world.edit('ana', pending, { removals });
    expect(small).toMatchObject({ editors: [], policy: { name: 'single' } });
    await expect(world.decide('ana', pending)).rejects.toBeInstanceOf(SelfApprovalError);
    expect(await world.decide('bob', pending)).toMatchObject({ status: 'applied' });
  });

  it('still asks those whom it asked, and a sharper veto ends it', async () => {
    const named = { single: { roles: [], people: ['bob'] } };
    await setPolicy({ auto_below: 0, approvers: named, veto: 'one_reject' });
    const pending = await world.submit('ana', ONE);
    await setPolicy({ approvers: {}, veto: 'majority' });
    await expect(world.decide('cem', pending)).rejects.toMatchObject({
      code: 'not_an_approver',
      extensions: { approvers: null, submitted_approvers: named.single },
    });
    const rejected = await world.decide('bob', pending, { decision: 'reject', reason: 'no' });
    expect(rejected).toMatchObject({ status: 'rejected', policy: { veto: 'one_reject' } });
  });

  it('that names others than before asks for people whom both name', async () => {
    await setPolicy({
      auto_below: 0,
      approvers: { single: { roles: [], people: ['bob', 'cem'] } },
    });
    const pending = await world.submit('ana', ONE);
    await setPolicy({ approvers: { single: { roles: [], people: ['cem', 'dua'] } } });
    await expect(world.decide('bob', pending)).rejects.toMatchObject({ code: 'not_an_approver' });
    await expect(world.decide('dua', pending)).rejects.toMatchObject({ code: 'not_an_approver' });
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied' });
  });

  it('is the policy of what is withdrawn and asked for anew', async () => {
    await world.submit('ana', TWO);
    await setPolicy(LAX);
    expect(await world.submit('ana', TWO)).toMatchObject({ status: 'applied' });
  });
});

describe('two policies of which one would let the requester decide alone', () => {
  it.each([
    ['today', { auto_below: 0 }, { auto_below: 1, approvers: { single: ADMINS } }],
    ['when it was submitted', { auto_below: 1, approvers: { single: ADMINS } }, { auto_below: 0 }],
  ])('%s ask whom that one asks of changes that others decide', (_, then, now) => {
    const asker = {
      requester: { user_id: 'ana', email: 'ana@acme.example', may_approve: true },
      editors: [],
      submitted_under: policyAt(0, then),
      wasAsked: false,
    };
    const { policy } = judgeChanges(ONE, asker, policyAt(1, now));
    expect(policy.name).toBe('single');
    expect([policy.approvers, policy.submitted_approvers]).toContainEqual(ADMINS);
  });
});

describe('a policy that is sharpened in mid-flight', () => {
  it('holds for what waits already', async () => {
    const pending = await world.submit('ana', TWO);
    await setPolicy({ quorum: 3 });
    expect((await world.decide('bob', pending)).policy).toMatchObject({ required_approvals: 3 });
  });
});

describe('settings beside the policy', () => {
  it('void no decision and start no timer anew', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    await world.setSettings({ language: 'de' });
    await world.policies.fresh(TENANT);
    const before = await world.read(pending.id);
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied', revision: 1 });
    expect(before.timers).toEqual(pending.timers);
  });
});

describe("somebody else's values under auto", () => {
  const renaming = { modifications: { 'site:OFF001': { name: 'Tower' } } };

  it('need the word of somebody who has neither asked nor edited', async () => {
    const draft = await world.draft('ana', ONE, true);
    expect(draft.policy.name).toBe('auto');
    const edited = await world.edit('bob', draft, renaming);
    expect(edited).toMatchObject({
      editors: [{ user_id: 'bob', email: 'bob@acme.example' }],
      policy: { name: 'single', required_approvals: 1 },
    });
    for (const involved of ['ana', 'bob'])
      await expect(world.decide(involved, draft)).rejects.toBeInstanceOf(SelfApprovalError);
    expect(await world.decide('cem', draft)).toMatchObject({ status: 'applied' });
  });

  it('are refused where nobody is left to give it', async () => {
    const two = await approvalWorld(['ana', 'bob']);
    const draft = await two.draft('ana', ONE, true);
    const attempt = two.edit('bob', draft, renaming);
    await expect(attempt).rejects.toBeInstanceOf(PolicyUnsatisfiableError);
    expect((await two.read(draft.id)).revision).toBe(1);
  });

  it('are named in the view; those of the requester need nobody', async () => {
    const draft = await world.draft('ana', ONE, true);
    await world.edit('ana', draft, renaming);
    expect((await world.read(draft.id)).policy.name).toBe('auto');
    await world.edit('bob', draft, { modifications: { 'site:OFF001': { name: 'Castle' } } });
    const view = await readChangeset(world, callerOf('cem'), draft.id);
    expect(view.editors).toEqual([{ user_id: 'bob', email: 'bob@acme.example' }]);
    expect(view.policy).toMatchObject({ version: 0, required_approvals: 1 });
  });
});

describe('one human with two accounts', () => {
  const again = (name: string) => ({ ...callerOf(name), email: ' ANA@acme.example ' });

  it('is the requester under either', async () => {
    const pending = await world.submit('ana', TWO);
    const asked = { ...pending, requester: { ...pending.requester, email: 'ana@acme.example' } };
    await world.put(asked);
    await expect(world.decideAs(again('ana2'), pending)).rejects.toBeInstanceOf(SelfApprovalError);
  });

  it('decides once', async () => {
    const pending = await world.submit('mia', TWO);
    await world.decide('ana', pending);
    await expect(world.decideAs(again('ana2'), pending)).rejects.toMatchObject({
      code: 'already_decided',
    });
  });
});
