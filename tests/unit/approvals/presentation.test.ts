import { beforeEach, describe, expect, it } from 'vitest';
import {
  approvalsOf,
  changesetIdOf,
  presentChanges,
  presentChangeset,
  presentDecided,
  presentRevision,
} from '#shared/approvals/present.ts';
import { answerAbout } from '#shared/approvals/present-application.ts';
import { conditionsOf } from '#shared/approvals/present-decisions.ts';
import { presentPreview } from '#shared/approvals/present-preview.ts';
import { readChangeset } from '#shared/approvals/read-changeset.ts';
import type { Changeset, DecisionRecord } from '#shared/changesets/changeset.ts';
import type { PastRevision } from '#shared/changesets/past-revision.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
} from '#tests/support/approvals/approval-world.ts';
import { between, creating, device, shift, site } from '#tests/support/changesets/drafts.ts';

const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];
/** So many that they are applied in batches. */
const LONG = Array.from({ length: 120 }, (_, n) => creating(device(String(10 ** 14 + n))));

let world: ApprovalWorld;
let draft: Changeset;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
  draft = await world.draft('mia', TWO);
});

const deciding = (
  user_id: string,
  decision: DecisionRecord['decision'],
  conditions: string | null = null,
): DecisionRecord => ({
  decision,
  approver: { user_id, email: `${user_id}@acme.example` },
  at: '2026-01-05T00:00:00.000Z',
  reason: null,
  conditions,
  revision_hash: draft.revision_hash,
});

const LEFT = [{ entity_id: 'site:OFF001', code: 'changed_since' as const, reason: 'by others' }];

describe('the approvals of a changeset', () => {
  it('are those made, then the open ones, each with a number of its own', () => {
    const decisions = [
      deciding('bob', 'escalate'),
      deciding('mia', 'approve'),
      deciding('cem', 'approve', 'in May'),
    ];
    expect(approvalsOf({ ...draft, decisions })).toEqual([
      {
        approval_id: `${draft.id}~1`,
        level: 1,
        status: 'approved',
        approver: { user_id: 'cem', email: 'cem@acme.example' },
        conditions: 'in May',
        approvers: null,
      },
      {
        approval_id: `${draft.id}~2`,
        level: 2,
        status: 'pending',
        approver: null,
        conditions: null,
        approvers: null,
      },
    ]);
  });

  it('say whom an open one waits for, and not whom a given one waited for', () => {
    const approvers = { roles: ['admin' as const], people: ['bob'] };
    const policy = { ...draft.policy, approvers };
    const decisions = [deciding('cem', 'approve')];
    const views = approvalsOf({ ...draft, policy, decisions });
    expect(views.map((view) => view.approvers)).toEqual([null, approvers]);
  });

  it('are one at least while it is open, and none of what needs none once it is over', () => {
    const auto = { ...draft, policy: { ...draft.policy, name: 'auto', required_approvals: 0 } };
    const as = (status: Changeset['status']) => approvalsOf({ ...auto, status } as Changeset);
    expect(as('proposed')).toHaveLength(1);
    expect(as('pending_approval')).toHaveLength(1);
    expect(as('applied')).toHaveLength(0);
  });

  it('count the word of the requester under auto only', () => {
    const decisions = [deciding('mia', 'approve')];
    const named = (name: 'auto' | 'single') => {
      const policy = { ...draft.policy, name, required_approvals: 1 };
      return approvalsOf({ ...draft, policy, decisions }).map(({ status }) => status);
    };
    expect(named('auto')).toEqual(['approved']);
    expect(named('single')).toEqual(['pending']);
  });

  it('lead back to their changeset by their id', () => {
    expect(changesetIdOf('session.001~12')).toBe('session.001');
    expect(changesetIdOf('session.001')).toBe('session.001');
    expect(changesetIdOf('a~1b')).toBe('a~1b');
  });
});

describe('a changeset on the wire', () => {
  it('goes by another name for its id, and shows a hundred changes of many', () => {
    const many = { ...draft, changes: LONG };
    const view = presentChangeset(many);
    expect(view).toMatchObject({ changeset_id: draft.id, changes_total: 120 });
    expect(view).not.toHaveProperty('id');
    expect(view.changes).toHaveLength(100);
    expect(view.approvals).toHaveLength(2);
    expect(view.decisions).toEqual([]);
  });

  it('shows of each change the fields that differ', () => {
    const renamed = between(site(), site('OFF001', { name: 'Tower' }));
    expect(presentChanges([renamed])).toEqual([
      { ...renamed, fields_changed: [{ field: 'name', old: 'Main Office', new: 'Tower' }] },
    ]);
  });

  it.each<[Changeset['status'], boolean, boolean]>([
    ['proposed', false, false],
    ['applying', false, false],
    ['applied', true, true],
    ['failed', false, true],
    ['partially_rolled_back', false, true],
    ['rolled_back', false, false],
  ])('%s can be taken back: %s, with something left of it: %s', (status, bare, withRest) => {
    const available = (left: Changeset['left']) => [
      presentChangeset({ ...draft, status, left }).rollback_available,
      presentDecided({ ...draft, status, left }, 'c').rollback_available,
    ];
    expect(available([])).toEqual([bare, bare]);
    expect(available(LEFT)).toEqual([withRest, withRest]);
  });

  it('says of each decision whether it counts: no approval of an author does', () => {
    const decisions = [
      deciding('mia', 'approve'),
      deciding('mia', 'reject'),
      deciding('bob', 'escalate'),
      deciding('bob', 'approve'),
    ];
    const view = presentChangeset({ ...draft, decisions });
    expect(view.decisions.map(({ counts }) => counts)).toEqual([false, true, false, true]);
    expect(view.decisions[0]).toEqual({ ...decisions[0], revision: 1, counts: false });
  });
});

describe('the conditions of approvals', () => {
  it('are those of approvals that have any, with who made them', () => {
    const decisions = [
      deciding('ana', 'approve', 'in May'),
      deciding('bob', 'approve'),
      deciding('cem', 'reject', 'never'),
    ];
    const ana = { user_id: 'ana', email: 'ana@acme.example' };
    expect(conditionsOf({ revised: null, decisions })).toEqual([
      { approver: ana, conditions: 'in May' },
    ]);
  });
});

describe('the answer to a decision', () => {
  it('says what is so now, and how much was applied', () => {
    expect(presentDecided(draft, 'by-bob')).toEqual({
      dry_run: false,
      changeset_id: draft.id,
      revision: 1,
      revision_hash: draft.revision_hash,
      status: 'proposed',
      risk_score: 0.5,
      two_person_approval_required: true,
      approvals: approvalsOf(draft),
      changes_applied: 0,
      audit_trail_id: 'by-bob',
      rollback_available: false,
    });
    const policy = { ...draft.policy, name: 'single' as const };
    expect(presentDecided({ ...draft, policy, status: 'applied' }, 'c')).toMatchObject({
      two_person_approval_required: false,
      changes_applied: 11,
    });
  });

  it('says where to look, and when, while it is still being applied', () => {
    expect(answerAbout({ ...draft, id: 'cs-1', status: 'applying' }, { a: 1 })).toEqual({
      status: 202,
      body: { a: 1, status_url: '/api/v1/onboarding/changesets/cs-1' },
      headers: { location: '/api/v1/onboarding/changesets/cs-1', 'retry-after': '2' },
    });
    expect(answerAbout(draft, { a: 1 })).toEqual({ status: 200, body: { a: 1 } });
  });
});

describe('a preview on the wire', () => {
  const judged = () => ({ changes: TWO, risk: draft.risk, policy: draft.policy });

  it('says who is missing and what forbids it where that was looked for', () => {
    const bare = presentPreview(judged());
    expect(bare).toMatchObject({ dry_run: true, changes_total: 11, risk: draft.risk });
    expect(bare).not.toHaveProperty('missing');
    expect(bare).not.toHaveProperty('blockers');
    expect(presentPreview({ ...judged(), missing: null, blockers: ['x'] })).toMatchObject({
      missing: null,
      blockers: ['x'],
      policy: draft.policy,
      changes: presentChanges(TWO),
    });
  });
});

describe('a changeset that is read alone', () => {
  const read = ({ id }: Changeset) => readChangeset(world, callerOf('ana'), id);

  it('says who is missing while it is open, and not afterwards', async () => {
    expect(await read(draft)).toMatchObject({ missing: null });
    const alone = await approvalWorld(['ana']);
    const lonely = await alone.draft('ana', TWO);
    expect(await readChangeset(alone, callerOf('ana'), lonely.id)).toMatchObject({
      missing: { missing: 2, required_approvals: 2 },
    });
    await alone.decide('ana', lonely, { decision: 'reject' });
    const over = await readChangeset(alone, callerOf('ana'), lonely.id);
    expect(over).not.toHaveProperty('missing');
  });

  it('says how far it is while it is applied in batches, and not afterwards', async () => {
    const pending = await world.submit('ana', LONG);
    await world.decide('bob', pending);
    const applying = await world.decide('cem', pending);
    expect((await read(applying)).progress).toEqual({
      state: 'applying',
      changes_done: 0,
      changes_total: 120,
    });
    await world.work(applying);
    expect(await read(applying)).not.toHaveProperty('progress');
  });

  it('shows the void decisions about earlier revisions first, oldest first', async () => {
    await world.decide('bob', draft);
    await world.edit('cem', draft, { modifications: { 'shift:OFF001/s0': { people: 7 } } });
    await world.decide('bob', draft);
    await world.edit('cem', draft, { modifications: { 'shift:OFF001/s0': { people: 8 } } });
    await world.decide('dua', draft);
    const { decisions } = await read(draft);
    expect(decisions.map(({ revision, counts }) => [revision, counts])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  it('is not there where nobody has made it', async () => {
    await expect(readChangeset(world, callerOf('ana'), 'x')).rejects.toThrow('no such changeset');
  });
});

describe('a past revision on the wire', () => {
  it('is what it said, with decisions that count no more', () => {
    const past: PastRevision = {
      revision: 1,
      revision_hash: draft.revision_hash,
      revised: null,
      editors: [],
      changes: TWO,
      body: { revision_hash: draft.revision_hash, changes: 200 },
      risk: draft.risk,
      policy: draft.policy,
      decisions: [deciding('bob', 'approve')],
      replaced_at: '2026-01-05T00:00:00.000Z',
    };
    expect(presentRevision(past)).toMatchObject({
      revision: 1,
      changes_total: 200,
      changes: presentChanges(TWO),
      decisions: [{ approver: { user_id: 'bob' }, revision: 1, counts: false }],
    });
  });
});
