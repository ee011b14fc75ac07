import { beforeEach, describe, expect, it } from 'vitest';
import {
  AlreadyDecidedError,
  PolicyUnsatisfiableError,
  RevisionMismatchError,
  SelfApprovalError,
} from '#shared/approvals/errors.ts';
import type { Change } from '#shared/changesets/change.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import { selectChanges } from '#shared/changesets/select-changes.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

/** Low risk, asked for by a member: one approval. */
const ONE = [creating(site())];
/** Eleven changes: two approvals. */
const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
});

const withPeople = (people: number) => (changes: readonly Change[]) => ({
  changes: changes.map((step) => {
    const next = step.entity_type === 'shift' && { ...step.after, people };
    return next ? { ...step, after: next } : step;
  }),
  byValue: true,
});

describe('one approval', () => {
  it('of somebody else applies the changes', async () => {
    const draft = await world.draft('mia', ONE);
    expect(await world.decide('ana', draft)).toMatchObject({ status: 'applied' });
    expect(await world.resources(site())).toMatchObject([{ code: 'OFF001' }]);
    expect(world.events()).toEqual(['approval.granted.v1', 'changeset.applied.v1']);
  });

  it('never comes from whoever asked for it', async () => {
    const draft = await world.draft('ana', ONE);
    await expect(world.decide('ana', draft)).rejects.toBeInstanceOf(SelfApprovalError);
    expect((await world.read(draft.id)).status).toBe('proposed');
  });

  it('is not needed under auto, where an approver asked for little', async () => {
    expect(await world.submit('ana', ONE)).toMatchObject({ status: 'applied' });
    const draft = await world.draft('ana', [creating(shift('Day'))], true);
    expect(draft.policy.name).toBe('auto');
    expect(await world.decide('ana', draft)).toMatchObject({ status: 'applied' });
  });

  it('comes too late once it is decided', async () => {
    const draft = await world.draft('mia', ONE);
    await world.decide('ana', draft);
    await expect(world.decide('bob', draft)).rejects.toBeInstanceOf(AlreadyDecidedError);
  });

  it('is about the revision that was seen', async () => {
    const draft = await world.draft('mia', ONE);
    const unseen = { decision: 'approve', revisionHash: 'f'.repeat(64) } as const;
    await expect(world.decide('ana', draft, unseen)).rejects.toMatchObject({
      extensions: { revision: 1, revision_hash: draft.revision_hash },
    });
    const seen = { decision: 'approve', revisionHash: draft.revision_hash } as const;
    expect(await world.decide('ana', draft, seen)).toMatchObject({ status: 'applied' });
  });
});

describe('two approvals', () => {
  it('are of two people', async () => {
    const pending = await world.submit('ana', TWO);
    expect(pending).toMatchObject({ status: 'pending_approval', policy: { name: 'two_person' } });
    expect(await world.decide('bob', pending)).toMatchObject({ status: 'pending_approval' });
    expect(await world.resources(site())).toEqual([undefined]);
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied' });
  });

  it('are never of one person, however often and however they say it', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    await expect(world.decide('bob', pending)).rejects.toBeInstanceOf(AlreadyDecidedError);
    const everything = (changes: readonly Change[]) => ({
      changes: selectChanges(changes, {}),
      byValue: false,
    });
    const again = { decision: 'approve', edit: everything } as const;
    await expect(world.decide('bob', pending, again)).rejects.toBeInstanceOf(AlreadyDecidedError);
    expect((await world.read(pending.id)).status).toBe('pending_approval');
  });

  it('may follow a request to the admins, which decides nothing', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending, { decision: 'escalate', reason: 'too big for me' });
    await world.decide('bob', pending);
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied' });
    expect(world.events()).toContain('approval.escalated.v1');
  });

  it('are ended by one rejection', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    const rejected = await world.decide('cem', pending, { decision: 'reject', reason: 'no' });
    expect(rejected).toMatchObject({ status: 'rejected', reason: 'no' });
    await expect(world.decide('dua', pending)).rejects.toBeInstanceOf(AlreadyDecidedError);
  });

  it('cannot be taken back by rejecting what one has approved', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    const reject = { decision: 'reject' } as const;
    await expect(world.decide('bob', pending, reject)).rejects.toBeInstanceOf(AlreadyDecidedError);
  });
});

describe('an edit', () => {
  it('voids the decisions before it, and its editor never counts', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    const edited = await world.decide('cem', pending, { decision: 'approve', edit: withPeople(7) });
    expect(edited).toMatchObject({ revision: 2, decisions: [], editors: [{ user_id: 'cem' }] });
    expect(edited.revision_hash).not.toBe(pending.revision_hash);
    await expect(world.decide('cem', pending)).rejects.toBeInstanceOf(SelfApprovalError);
    await world.decide('bob', pending);
    expect(await world.decide('dua', pending)).toMatchObject({ status: 'applied' });
    expect(await world.resources(shift('S0'))).toMatchObject([{ people: 7 }]);
  });

  it('that leaves items out is the own approval of what is left', async () => {
    const draft = await world.draft('mia', [...ONE, creating(shift('Day'))]);
    const edit = (changes: readonly Change[]) => ({ changes: changes.slice(0, 1), byValue: false });
    const applied = await world.decide('ana', draft, { decision: 'approve', edit });
    expect(applied).toMatchObject({ status: 'applied', revision: 2, editors: [] });
    expect(await world.resources(site(), shift('Day'))).toEqual([expect.anything(), undefined]);
  });

  it('that changes nothing is no edit', async () => {
    const draft = await world.draft('mia', ONE);
    const edit = (changes: readonly Change[]) => ({ changes: [...changes], byValue: true });
    const applied = await world.decide('ana', draft, { decision: 'approve', edit });
    expect(applied).toMatchObject({ status: 'applied', revision: 1, editors: [] });
  });
});

describe('a changeset', () => {
  const shifts = (count: number) =>
    Array.from({ length: count }, (_, n) => creating(shift(`Shift ${n}`)));

  it('is applied at once where that fits one transaction', async () => {
    const pending = await world.submit('ana', [creating(site()), ...shifts(40)]);
    await world.decide('bob', pending);
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied' });
  });

  it('of too many changes is refused at once', async () => {
    const attempt = world.submit('ana', [creating(site()), ...shifts(5000)]);
    await expect(attempt).rejects.toBeInstanceOf(ValidationError);
  });
});

describe('a quorum that nobody can give', () => {
  it('is refused with what is missing, and nothing is left behind', async () => {
    const small = await approvalWorld(['ana', 'bob']);
    const attempt = small.submit('ana', TWO);
    await expect(attempt).rejects.toBeInstanceOf(PolicyUnsatisfiableError);
    await expect(attempt).rejects.toThrow('1 more approvers are missing');
    expect(small.events()).toEqual([]);
  });

  it('counts neither the editors nor who has decided already', async () => {
    const three = await approvalWorld(['ana', 'bob', 'cem']);
    const pending = await three.submit('ana', TWO);
    const edit = { decision: 'approve', edit: withPeople(7) } as const;
    await expect(three.decide('bob', pending, edit)).rejects.toBeInstanceOf(
      PolicyUnsatisfiableError,
    );
    await three.decide('bob', pending);
    expect(await three.decide('cem', pending)).toMatchObject({ status: 'applied' });
  });
});

describe('a policy that was changed meanwhile', () => {
  it('makes a new revision: earlier approvals count no more', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    await world.setPolicy({ quorum: 3 });
    const after = await world.decide('cem', pending, undefined, world.instance());
    expect(after).toMatchObject({ revision: 2, status: 'pending_approval' });
    expect(after.decisions).toHaveLength(1);
  });

  it('is never missed by an instance that still holds the old one', async () => {
    const draft = await world.draft('mia', ONE);
    await world.policies.current(TENANT);
    await world.setPolicy({ auto_below: 0, two_person_from: 0 });
    const decided = await world.decide('ana', draft);
    expect(decided).toMatchObject({ status: 'pending_approval', policy: { name: 'two_person' } });
  });

  it('is shown to who decides about what they saw before', async () => {
    const pending = await world.submit('ana', TWO);
    await world.setPolicy({ quorum: 3 });
    const seen = { decision: 'approve', revisionHash: pending.revision_hash } as const;
    const fresh = world.instance();
    await expect(world.decide('bob', pending, seen, fresh)).rejects.toBeInstanceOf(
      RevisionMismatchError,
    );
    const { revision, revision_hash, policy } = await world.read(pending.id);
    expect({ revision, policy: policy.required_approvals }).toEqual({ revision: 2, policy: 3 });
    const now = { decision: 'approve', revisionHash: revision_hash } as const;
    await expect(world.decide('bob', pending, now, fresh)).resolves.toMatchObject({ revision: 2 });
  });
});

describe('a configuration that moved on', () => {
  it('makes the changeset stale, and shows what it was planned on, what is there, what was wanted', async () => {
    await world.submit('ana', ONE);
    const wanted = site('OFF001', { name: 'Head Office' });
    const draft = await world.draft('mia', await world.planned(wanted));
    await world.submit('ana', await world.planned(site('OFF001', { name: 'Tower' })));
    const attempt = world.decide('bob', draft);
    await expect(attempt).rejects.toBeInstanceOf(StaleChangesetError);
    await expect(attempt).rejects.toMatchObject({
      extensions: {
        conflicts: [
          {
            entity_id: 'site:OFF001',
            base: { name: 'Main Office' },
            current: { name: 'Tower' },
            proposed: { name: 'Head Office' },
          },
        ],
      },
    });
    expect((await world.read(draft.id)).status).toBe('stale');
    expect(world.events()).toContain('changeset.stale.v1');
    await expect(world.decide('bob', draft)).rejects.toBeInstanceOf(StaleChangesetError);
  });

  it('is noticed also where what should be new is there already', async () => {
    const draft = await world.draft('mia', ONE);
    await world.submit('ana', ONE);
    await expect(world.decide('bob', draft)).rejects.toBeInstanceOf(StaleChangesetError);
  });
});
