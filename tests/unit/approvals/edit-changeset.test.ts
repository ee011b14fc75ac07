import { beforeEach, describe, expect, it } from 'vitest';
import {
  AlreadyDecidedError,
  PolicyUnsatisfiableError,
  RevisionMismatchError,
  SelfApprovalError,
} from '#shared/approvals/errors.ts';
import { readChangeset } from '#shared/approvals/read-changeset.ts';
import { InvalidStateError, NotFoundError, ValidationError } from '#shared/runtime/app-error.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const SHIFTS = Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)));
/** Eleven changes: two approvals. */
const TWO = [creating(site()), ...SHIFTS];
const MORE_PEOPLE = { modifications: { 'shift:OFF001/s0': { people: 7 } } };

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem', 'dua']);
});

describe('an edit', () => {
  it('makes a revision that everybody is asked about anew; its editor never counts', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    const edited = await world.edit('cem', pending, MORE_PEOPLE);
    expect(edited).toMatchObject({
      status: 'pending_approval',
      revision: 2,
      decisions: [],
      editors: [{ user_id: 'cem' }],
      revised: { kind: 'edit', by: { user_id: 'cem' } },
    });
    expect(world.events()).toEqual([
      'approval.requested.v1',
      'approval.granted.v1',
      'approval.requested.v1',
    ]);
    await expect(world.decide('cem', pending)).rejects.toBeInstanceOf(SelfApprovalError);
    await world.decide('bob', pending);
    expect(await world.decide('dua', pending)).toMatchObject({ status: 'applied' });
    expect(await world.resources(shift('S0'))).toMatchObject([{ people: 7 }]);
  });

  it('keeps who decided what about the revision before it', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending, { decision: 'approve', conditions: 'only in May' });
    await world.edit('cem', pending, MORE_PEOPLE);
    await world.decide('dua', pending);
    const { decisions } = await readChangeset(world, callerOf('ana'), pending.id);
    expect(decisions).toMatchObject([
      {
        approver: { user_id: 'bob' },
        revision: 1,
        revision_hash: pending.revision_hash,
        conditions: 'only in May',
        counts: false,
      },
      { approver: { user_id: 'dua' }, revision: 2, counts: true },
    ]);
  });

  it('leaves a draft proposed, and its requester no editor', async () => {
    const draft = await world.draft('ana', TWO);
    expect(await world.edit('ana', draft, MORE_PEOPLE)).toMatchObject({
      status: 'proposed',
      editors: [],
      revision: 2,
    });
  });

  it('adds and leaves out, and judges risk and policy of what remains', async () => {
    const pending = await world.submit('ana', TWO);
    const removals = SHIFTS.slice(1).map(({ entity_id }) => entity_id);
    const smaller = await world.edit('cem', pending, { removals });
    expect(smaller.changes).toHaveLength(2);
    expect(smaller.policy.name).toBe('single');
    expect(smaller.risk.score).toBeLessThan(pending.risk.score);
    const guard = {
      operation: 'create' as const,
      entity_type: 'staff_role' as const,
      data: { site_code: 'OFF001', code: 'GUARD', name: 'Guard' },
    };
    const larger = await world.edit('cem', pending, { additions: [guard] });
    expect(larger.changes.at(-1)).toMatchObject({ entity_id: 'staff_role:OFF001/GUARD' });
    expect(larger).toMatchObject({ revision: 3, editors: [{ user_id: 'cem' }] });
  });

  it('that changes nothing makes no revision', async () => {
    const pending = await world.submit('ana', TWO);
    const same = { modifications: { 'shift:OFF001/s0': { people: 3 } } };
    expect(await world.edit('cem', pending, same)).toMatchObject({ revision: 1, editors: [] });
  });

  it('is about the revision that was seen', async () => {
    const pending = await world.submit('ana', TWO);
    await world.edit('cem', pending, MORE_PEOPLE);
    const seen = { removals: ['shift:OFF001/s1'], revisionHash: pending.revision_hash };
    await expect(world.edit('dua', pending, seen)).rejects.toBeInstanceOf(RevisionMismatchError);
  });

  it.each([
    ['what is not in it', { removals: ['shift:OFF001/x'] }],
    ['a site that others need', { removals: ['site:OFF001'] }],
    ['everything', { removals: TWO.map(({ entity_id }) => entity_id) }],
    [
      'what is in it already',
      {
        additions: [
          {
            operation: 'create' as const,
            entity_type: 'shift' as const,
            data: { site_code: 'OFF001', name: 'S1', start: '08:00', end: '16:00', people: 1 },
          },
        ],
      },
    ],
    ['what does not fit', { modifications: { 'shift:OFF001/s0': { people: 0 } } }],
  ])('is refused: %s', async (_, edit) => {
    const pending = await world.submit('ana', TWO);
    await expect(world.edit('cem', pending, edit)).rejects.toBeInstanceOf(ValidationError);
    expect((await world.read(pending.id)).revision).toBe(1);
  });

  it('comes too late once it is decided, and finds only what there is', async () => {
    const applied = await world.submit('ana', TWO.slice(0, 1));
    await expect(world.edit('cem', applied, {})).rejects.toBeInstanceOf(AlreadyDecidedError);
    await expect(world.edit('cem', { id: 'nothing' }, {})).rejects.toBeInstanceOf(NotFoundError);
  });

  it('leaves enough people to decide', async () => {
    const three = await approvalWorld(['ana', 'bob', 'cem']);
    const pending = await three.submit('ana', TWO);
    const attempt = three.edit('bob', pending, MORE_PEOPLE);
    await expect(attempt).rejects.toBeInstanceOf(PolicyUnsatisfiableError);
    expect((await three.read(pending.id)).revision).toBe(1);
  });

  it('is never of a roll-back, which takes back exactly what was applied', async () => {
    const applied = await world.submit('ana', TWO.slice(0, 1));
    const back = await world.rollBack('ana', applied);
    const guard = {
      operation: 'create' as const,
      entity_type: 'staff_role' as const,
      data: { site_code: 'OFF001', code: 'GUARD', name: 'Guard' },
    };
    const attempt = world.edit('cem', back, { additions: [guard] });
    await expect(attempt).rejects.toBeInstanceOf(InvalidStateError);
  });

  it('of two at once gives two revisions, and loses neither', async () => {
    await world.hire('eva', ['approver']);
    const pending = await world.submit('ana', TWO);
    await Promise.all([
      world.edit('bob', pending, { modifications: { 'shift:OFF001/s1': { people: 5 } } }),
      world.edit('cem', pending, { modifications: { 'shift:OFF001/s2': { people: 6 } } }),
    ]);
    const { revision, editors, changes } = await world.read(pending.id);
    expect({ revision, editors: editors.map(({ user_id }) => user_id).toSorted() }).toEqual({
      revision: 3,
      editors: ['bob', 'cem'],
    });
    expect(changes.slice(2, 4).map(({ after }) => after?.['people'])).toEqual([5, 6]);
  });
});
