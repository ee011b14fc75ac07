import { beforeEach, describe, expect, it } from 'vitest';
import { decideChangeset } from '#shared/approvals/decide-changeset.ts';
import { editChangeset } from '#shared/approvals/edit-changeset.ts';
import { byId } from '#shared/approvals/open-changeset.ts';
import { rebaseChangeset } from '#shared/approvals/rebase-changeset.ts';
import type { DecideChangeset } from '#shared/approvals/situation.ts';
import { withdrawChangeset } from '#shared/approvals/withdraw-changeset.ts';
import type { Change } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Decision } from '#shared/store/decision.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const ONE = [creating(site())];
const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];
const MORE_PEOPLE = { 'shift:OFF001/s0': { people: 7 } };

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
});

const decided = (name: string, { id }: Changeset, command: DecideChangeset) =>
  decideChangeset(world, callerOf(name), byId(world, callerOf(name), id), command);

const told = ({ events }: Decision<unknown>) => events.map(({ name }) => name);

/** What the record says: the changeset as it was found, and as it is written now. */
const fact = (action: string, before: Changeset, { response: after }: Decision<Changeset>) => [
  { action, target: before.id, before, after },
];

const withPeople = (people: number) => (changes: readonly Change[]) => ({
  changes: changes.map((step) => ({ ...step, after: step.after && { ...step.after, people } })),
  byValue: true,
});

describe('the record of a decision', () => {
  it('of an approval that more must follow says what it was and what it has become', async () => {
    const pending = await world.submit('ana', TWO);
    world.clock.passSeconds(60);
    const decision = await decided('bob', pending, { decision: 'approve', reason: 'fine' });
    const before = await world.read(pending.id);
    expect(decision.audit).toEqual(fact('approval.granted', before, decision));
    expect(told(decision)).toEqual(['approval.granted.v1']);
    expect(decision.response).toMatchObject({
      status: 'pending_approval',
      updated_at: '2026-01-05T00:01:00.000Z',
      decisions: [
        {
          decision: 'approve',
          approver: { user_id: 'bob', email: 'bob@acme.example' },
          at: '2026-01-05T00:01:00.000Z',
          reason: 'fine',
          conditions: null,
          revision_hash: pending.revision_hash,
        },
      ],
    });
  });

  it('of the approval that applies a changeset holds every resource before and after', async () => {
    const draft = await world.draft('mia', ONE);
    world.clock.passSeconds(60);
    const decision = await decided('ana', draft, { decision: 'approve' });
    expect(decision.audit).toEqual([
      { action: 'changeset.applied', target: draft.id, before: [null], after: [ONE[0]?.after] },
    ]);
    expect(decision.response).toMatchObject({
      applied_at: '2026-01-05T00:01:00.000Z',
      updated_at: '2026-01-05T00:01:00.000Z',
      decisions: [{ reason: null, conditions: null }],
    });
  });

  it('of a roll-back is told under another name', async () => {
    const applied = await world.submit('ana', ONE);
    const back = await world.rollBack('ana', applied);
    await world.decide('bob', back);
    const decision = await decided('cem', back, { decision: 'approve' });
    expect(decision.audit).toMatchObject([{ action: 'changeset.rolled_back', target: back.id }]);
    expect(told(decision)).toEqual(['approval.granted.v1', 'changeset.rolled_back.v1']);
  });

  it('of a rejection that ends it says so, with the reason or without one', async () => {
    const pending = await world.submit('ana', TWO);
    const before = await world.read(pending.id);
    const decision = await decided('bob', pending, { decision: 'reject' });
    expect(decision.audit).toEqual(fact('approval.rejected', before, decision));
    expect(decision.events).toMatchObject([{ name: 'approval.rejected.v1', data: { reason: '' } }]);
    expect(decision.response).toMatchObject({ status: 'rejected', reason: '' });
  });

  it('of a rejection that may be outvoted is kept, and told as a vote', async () => {
    await world.setPolicy({ veto: 'majority' });
    await world.policies.fresh(TENANT);
    const draft = await world.draft('mia', TWO);
    const before = await world.read(draft.id);
    const decision = await decided('bob', draft, { decision: 'reject', reason: 'too many' });
    expect(decision.audit).toEqual(fact('approval.rejected', before, decision));
    expect(decision.response.status).toBe('pending_approval');
    expect(decision.events).toMatchObject([
      {
        name: 'approval.rejected.v1',
        data: { approver: { user_id: 'bob' }, reason: 'too many', status: 'pending_approval' },
      },
    ]);
    const silent = await decided('cem', draft, { decision: 'reject' });
    expect(silent.events).toMatchObject([{ data: { reason: '' } }]);
  });

  it('of handing it on names who did, leaves the reminder and takes the escalation off', async () => {
    const draft = await world.draft('mia', ONE);
    const before = await world.read(draft.id);
    const decision = await decided('bob', draft, { decision: 'escalate' });
    expect(decision.audit).toEqual(fact('approval.escalated', before, decision));
    expect(decision.events).toMatchObject([
      { name: 'approval.escalated.v1', data: { approver: { user_id: 'bob' }, reason: '' } },
    ]);
    expect(decision.response.status).toBe('pending_approval');
    expect(decision.response.timers.map(({ kind }) => kind)).toEqual(['remind', 'expire']);
  });

  it('of an approval with values of its own is an edit that the others are asked about', async () => {
    const pending = await world.submit('ana', TWO);
    const before = await world.read(pending.id);
    const edit = withPeople(7);
    const decision = await decided('bob', pending, { decision: 'approve', edit });
    expect(decision.audit).toEqual(fact('changeset.edited', before, decision));
    expect(told(decision)).toEqual(['approval.requested.v1']);
    expect(decision.response).toMatchObject({
      status: 'pending_approval',
      revised: { kind: 'edit', by: { user_id: 'bob', email: 'bob@acme.example' } },
    });
  });

  it('of an approval in part is a selection', async () => {
    const draft = await world.draft('mia', TWO.slice(0, 3));
    const edit = (changes: readonly Change[]) => ({ changes: changes.slice(0, 2), byValue: false });
    const { response } = await decided('bob', draft, { decision: 'approve', edit });
    expect(response.revised).toMatchObject({ kind: 'selection', by: { user_id: 'bob' } });
  });

  it('of an edit that nobody has to agree to is the application', async () => {
    await world.submit('ana', ONE);
    const wanted = await world.planned(site('OFF001', { name: 'Tower' }));
    const draft = await world.draft('ana', wanted, true);
    const edit = (changes: readonly Change[]) => ({
      changes: changes.map((step) => ({ ...step, after: { ...step.after, name: 'Castle' } })),
      byValue: true,
    });
    const decision = await decided('ana', draft, { decision: 'approve', edit });
    expect(decision.audit).toMatchObject([
      { action: 'changeset.applied', after: [{ name: 'Castle' }] },
    ]);
    expect(told(decision)).toEqual(['changeset.applied.v1']);
  });

  it('about an outdated policy is a judgement of its own, kept with the refusal', async () => {
    const pending = await world.submit('ana', TWO);
    await world.setPolicy({ quorum: 3 });
    await world.policies.fresh(TENANT);
    const before = await world.read(pending.id);
    const seen = { decision: 'approve', revisionHash: pending.revision_hash } as const;
    const decision = await decided('bob', pending, seen);
    expect(decision.audit).toEqual(fact('changeset.judged_anew', before, decision));
    expect(told(decision)).toEqual(['approval.requested.v1']);
    expect(decision.response.revised).toMatchObject({ kind: 'policy', by: null });
    expect(decision.refusal).toMatchObject({
      message: 'The changeset was revised since you saw it',
      extensions: { revision: 2, revision_hash: decision.response.revision_hash },
    });
  });
});

describe('the record of what happens without a decision', () => {
  it('of a submission holds what is asked for', async () => {
    const pending = await world.submit('ana', TWO);
    expect(facts()).toMatchObject([{ action: 'changeset.requested', target: pending.id }]);
  });

  it('of an edit and of a rebase tells the two apart', async () => {
    const pending = await world.submit('ana', TWO);
    const before = await world.read(pending.id);
    const edit = { removals: [], modifications: MORE_PEOPLE, additions: [] };
    const command = { changesetId: pending.id, ...edit };
    const edited = await editChangeset(world, callerOf('cem'), command);
    expect(edited.audit).toEqual(fact('changeset.edited', before, edited));
    await world.carryOut(callerOf('cem'), edited);
    await world.submit('bob', ONE);
    const rebase = { changesetId: pending.id, resolutions: { 'site:OFF001': 'current' } } as const;
    const rebased = await rebaseChangeset(world, callerOf('cem'), rebase);
    expect(rebased.audit).toEqual(fact('changeset.rebased', await world.read(pending.id), rebased));
    expect(told(rebased)).toEqual(['approval.requested.v1']);
  });

  it('of every timer names the schedule as who acted', async () => {
    const draft = await world.draft('mia', ONE);
    world.clock.passSeconds(100 * 3600);
    await world.fireTimers();
    const actor = { id: 'due-timers', email: null, roles: null };
    const common = { actor, target: draft.id, correlation_id: draft.id };
    expect(facts()).toMatchObject([
      { action: 'approval.reminded', ...common },
      { action: 'approval.escalated', ...common },
      { action: 'approval.expired', ...common },
    ]);
  });

  const facts = () => world.waiting.waitingIn('AUDIT').map(({ item }) => item);
});

describe('withdrawing', () => {
  const withdraw = (caller: Caller, changesetId: string) =>
    withdrawChangeset(world, caller, changesetId);

  it('is for whoever asked for it, and ends it', async () => {
    const draft = await world.draft('ana', TWO);
    world.clock.passSeconds(60);
    const before = await world.read(draft.id);
    const decision = await withdraw(callerOf('ana'), draft.id);
    expect(decision.audit).toEqual(fact('changeset.withdrawn', before, decision));
    const withdrawn = await world.carryOut(callerOf('ana'), decision);
    expect(withdrawn).toMatchObject({
      status: 'withdrawn',
      updated_at: '2026-01-05T00:01:00.000Z',
    });
    expect(await world.read(draft.id)).toMatchObject({ status: 'withdrawn', timers: [] });
  });

  it('is refused to others, whatever their role, and once it is decided', async () => {
    const draft = await world.draft('ana', TWO);
    await expect(withdraw(callerOf('bob', ['admin']), draft.id)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Only whoever asked for a changeset can withdraw it',
    });
    await world.decide('bob', draft, { decision: 'reject' });
    await expect(withdraw(callerOf('ana'), draft.id)).rejects.toMatchObject({
      code: 'already_decided',
      message: 'The changeset is rejected',
    });
    await expect(withdraw(callerOf('ana'), 'nothing')).rejects.toMatchObject({
      code: 'not_found',
      message: 'There is no such changeset',
    });
  });

  it('lets what it came from go on, in the same transaction', async () => {
    const told: string[] = [];
    const effect = { action: 'put', key: { partition: 'SESSION#1', sort: 'STATE' }, item: {} };
    const origins = {
      ...world.origins,
      whenReturned: async (_: unknown, { status }: Changeset, reason: string) => {
        told.push(status, reason);
        return { writes: [{ ...effect, action: 'put' as const }], events: [] };
      },
    };
    const draft = await world.draft('ana', ONE);
    const decision = await withdrawChangeset({ ...world, origins }, callerOf('ana'), draft.id);
    expect(decision.writes).toContainEqual(effect);
    expect(decision.writes).toHaveLength(2);
    expect(told).toEqual(['withdrawn', 'withdrawn']);
  });
});
