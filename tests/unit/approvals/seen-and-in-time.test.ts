import { beforeEach, describe, expect, it } from 'vitest';
import {
  approveRecommendations,
  previewApproval,
} from '#shared/approvals/approve-recommendations.ts';
import { decideChangeset } from '#shared/approvals/decide-changeset.ts';
import { AlreadyDecidedError, RevisionMismatchError } from '#shared/approvals/errors.ts';
import { conditionsOf } from '#shared/approvals/present-decisions.ts';
import { planRollBack, rollBackChangeset } from '#shared/approvals/roll-back-changeset.ts';
import { draftId } from '#shared/changesets/changeset-store.ts';
import { listRevisions } from '#shared/changesets/past-revision.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const SESSION = '018f0000-0000-7000-8000-000000000001';
const ONE = [creating(site()), creating(shift('Day'))].map((step) => ({
  ...step,
  recommendation_id: `rec:${step.entity_id}`,
}));
const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];
const HOUR = 3600;
const renaming = (name: string) => ({ modifications: { 'site:OFF001': { name } } });

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
});

const request = (more: object = {}) => ({
  sessionId: SESSION,
  rejectedItems: [],
  reasons: {},
  modifications: {},
  ...more,
});

const approve = async (name: string, more: object = {}) =>
  world.carryOut(
    callerOf(name),
    await approveRecommendations(world, callerOf(name), request(more)),
  );

describe('an approval of a draft', () => {
  const drafting = () => world.draft('mia', ONE, false, draftId(SESSION, 1));

  it('needs no hash while nobody else has revised it', async () => {
    await drafting();
    expect(await approve('ana')).toMatchObject({ status: 'applied' });
  });

  it.each([
    ['edited', () => world.edit('bob', { id: draftId(SESSION, 1) }, renaming('Tower'))],
    [
      'approved with other values',
      () => approve('bob', { modifications: { 'rec:site:OFF001': { name: 'X' } } }),
    ],
    [
      'edited by its requester',
      () => world.edit('mia', { id: draftId(SESSION, 1) }, renaming('Y')),
    ],
  ])('that was %s names the revision, which the dry run tells', async (_, revise) => {
    await drafting();
    await revise();
    await expect(approve('ana')).rejects.toMatchObject({
      code: 'revision_mismatch',
      message: expect.stringContaining('name its revision_hash'),
      extensions: { revision: 2, revision_hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const { revision, revision_hash } = await previewApproval(world, callerOf('ana'), request());
    expect(revision).toBe(2);
    const applied = await approve('ana', { revisionHash: revision_hash });
    expect(applied).toMatchObject({ status: 'applied', revision: 2 });
  });

  it('of another revision than the present one is refused, dry and real', async () => {
    const draft = await drafting();
    await world.edit('bob', draft, renaming('Tower'));
    const seen = { revisionHash: draft.revision_hash };
    await expect(approve('ana', seen)).rejects.toBeInstanceOf(RevisionMismatchError);
    const dry = previewApproval(world, callerOf('ana'), request(seen));
    await expect(dry).rejects.toBeInstanceOf(RevisionMismatchError);
  });

  it('of two needs no hash after one who left nothing out, and does after one who has', async () => {
    const many = TWO.map((step) => ({ ...step, recommendation_id: `rec:${step.entity_id}` }));
    for (const [n, rejectedItems] of [
      [1, []],
      [2, ['rec:shift:OFF001/s0']],
    ] as const) {
      const sessionId = SESSION.replace(/1$/, String(n));
      await world.setPolicy({ two_person_over_changes: 5 });
      await world.draft('mia', many, false, draftId(sessionId, 1));
      await approve('ana', { sessionId, rejectedItems });
      const second = approve('bob', { sessionId });
      if (n === 1) await expect(second).resolves.toMatchObject({ status: 'applied' });
      else await expect(second).rejects.toBeInstanceOf(RevisionMismatchError);
    }
  });
});

describe('a decision that somebody is faster than', () => {
  it('is not taken for one about what they made of it', async () => {
    const pending = await world.submit('ana', TWO);
    let isFirst = true;
    const find = async () => {
      const found = await world.read(pending.id);
      if (isFirst) await world.edit('cem', pending, renaming('Castle'));
      isFirst = false;
      return found;
    };
    const bob = callerOf('bob');
    const decision = await decideChangeset(world, bob, find, { decision: 'approve' });
    const approval = world.carryOut(bob, decision);
    await expect(approval).rejects.toBeInstanceOf(RevisionMismatchError);
    expect((await world.read(pending.id)).decisions).toEqual([]);
  });
});

describe('the real run of a roll-back', () => {
  it('is what its dry run has shown', async () => {
    const applied = await world.submit('ana', ONE);
    const command = { changesetId: applied.id };
    const { changeset } = await planRollBack(world, callerOf('ana'), command);
    const revisionHash = changeset.revision_hash;
    const same = await rollBackChangeset(world, callerOf('ana'), { ...command, revisionHash });
    expect(same.response.changeset.revision_hash).toBe(revisionHash);
    const other = { ...command, revisionHash: 'f'.repeat(64) };
    const attempt = rollBackChangeset(world, callerOf('ana'), other);
    await expect(attempt).rejects.toBeInstanceOf(RevisionMismatchError);
  });
});

describe('what comes when the time is out', () => {
  const late = [
    ['a decision', (id: string) => world.decide('bob', { id })],
    ['a rejection', (id: string) => world.decide('bob', { id }, { decision: 'reject' })],
    ['an edit', (id: string) => world.edit('bob', { id }, renaming('Tower'))],
    ['a rebase', (id: string) => world.rebase('bob', { id })],
  ] as const;

  it.each(late)('does not count: %s', async (_, act) => {
    const pending = await world.submit('ana', TWO);
    world.clock.passSeconds(72 * HOUR);
    await expect(act(pending.id)).rejects.toMatchObject({
      code: 'already_decided',
      extensions: { expired_at: pending.timers.at(-1)?.at },
    });
    expect(await world.read(pending.id)).toMatchObject({ status: 'expired', decisions: [] });
    await expect(act(pending.id)).rejects.toBeInstanceOf(AlreadyDecidedError);
    await world.fireTimers();
    expect(world.events()).toEqual(['approval.requested.v1', 'approval.expired.v1']);
  });

  it('counts a millisecond before', async () => {
    const pending = await world.submit('ana', TWO);
    world.clock.passSeconds(72 * HOUR - 0.001);
    expect(await world.decide('bob', pending)).toMatchObject({ status: 'pending_approval' });
  });
});

describe('what is said with new values', () => {
  it('is kept with the revision that they make, and with it once there is another', async () => {
    const pending = await world.submit('ana', TWO);
    const edit = (changes: typeof TWO) => ({ changes: changes.slice(0, 10), byValue: true });
    const said = { reason: 'too many', conditions: 'only in May' };
    const revised = await world.decide('bob', pending, {
      decision: 'approve',
      ...said,
      edit: (changes) => edit([...changes]),
    });
    expect(revised.revised).toMatchObject({ kind: 'edit', by: { user_id: 'bob' }, ...said });
    expect(conditionsOf(revised)).toMatchObject([
      { approver: { user_id: 'bob' }, conditions: 'only in May' },
    ]);
    await world.edit('cem', pending, renaming('Tower'));
    const { revisions } = await listRevisions(world.table, TENANT, pending.id, { limit: 5 });
    expect(revisions[0]?.revised).toMatchObject(said);
  });
});
