import { beforeEach, describe, expect, it } from 'vitest';
import { decideChangeset } from '#shared/approvals/decide-changeset.ts';
import { editChangeset } from '#shared/approvals/edit-changeset.ts';
import { markStale } from '#shared/approvals/mark-stale.ts';
import { byId, policyFor } from '#shared/approvals/open-changeset.ts';
import { rebaseChangeset } from '#shared/approvals/rebase-changeset.ts';
import { planRollBack, rollBackChangeset } from '#shared/approvals/roll-back-changeset.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import {
  ChangesetMovedError,
  DependentsLeftError,
  StaleChangesetError,
  TargetMovedError,
} from '#shared/changesets/errors.ts';
import { type AppError, InvalidStateError, ValidationError } from '#shared/runtime/app-error.ts';
import { DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, device, shift, site } from '#tests/support/changesets/drafts.ts';

const OFFICE = [creating(site()), creating(shift('Day'))];
const TWO = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];
const BOB = callerOf('bob');

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
});

const approving = (changeset: Changeset) =>
  decideChangeset(world, BOB, byId(world, BOB, changeset.id), { decision: 'approve' });

describe('second thoughts about a decision', () => {
  const thinkAgain = async (refusal: AppError) => {
    const draft = await world.draft('mia', OFFICE);
    return (await approving(draft)).reconsider?.(refusal);
  };

  it('are none where the same would be met again', async () => {
    const errors = [new ValidationError('no', []), new InvalidStateError('over')];
    for (const error of errors) await expect(thinkAgain(error)).rejects.toBe(error);
  });

  it('are the decision again, by the policy as it is now, where somebody was faster', async () => {
    await world.policies.current(TENANT);
    const draft = await world.draft('mia', OFFICE);
    const decision = await approving(draft);
    expect(decision.response.status).toBe('applied');
    await world.setPolicy({ two_person_over_changes: 0 });
    const again = await decision.reconsider?.(new ChangesetMovedError('moved'));
    expect(again?.response).toMatchObject({ status: 'pending_approval', revision: 2 });
  });

  it('are that it is stale where the configuration, or what it takes back, has moved', async () => {
    for (const error of [new StaleChangesetError([]), new TargetMovedError('moved')]) {
      const again = await thinkAgain(error);
      expect(again).toMatchObject({
        response: { status: 'proposed' },
        refusal: { code: 'stale_changeset' },
        events: [{ name: 'changeset.stale.v1' }],
      });
    }
  });

  it('name what has come to belong to what was to go', async () => {
    await world.submit('ana', OFFICE);
    await expect(thinkAgain(new DependentsLeftError('site:OFF001'))).rejects.toMatchObject({
      message: 'Others belong to site:OFF001; it can be deleted once they are gone',
      extensions: { dependents: ['shift:OFF001/day'] },
    });
  });

  it('find nothing stale that somebody has decided meanwhile', async () => {
    const draft = await world.draft('mia', OFFICE);
    const decision = await approving(draft);
    await world.decide('ana', draft);
    await expect(decision.reconsider?.(new StaleChangesetError([]))).rejects.toMatchObject({
      code: 'already_decided',
    });
  });

  it('about an edit or a rebase are refused for what does not fit, else tried again', async () => {
    const pending = await world.submit('ana', TWO);
    await world.submit('bob', [creating(site('OFF001', { name: 'Tower' }))]);
    const nothing = { removals: [], modifications: {}, additions: [] };
    const removals = ['shift:OFF001/s1'];
    const edit = await editChangeset(world, BOB, { changesetId: pending.id, ...nothing, removals });
    const resolutions = { 'site:OFF001': 'current' } as const;
    const rebase = await rebaseChangeset(world, BOB, { changesetId: pending.id, resolutions });
    const misfit = new ValidationError('no', []);
    for (const { reconsider, response } of [edit, rebase]) {
      await expect(reconsider?.(misfit)).rejects.toBe(misfit);
      const again = await reconsider?.(new ChangesetMovedError('moved'));
      expect(again?.response.changes).toEqual(response.changes);
    }
  });

  it('about a roll-back are refused where the roll-back itself has moved', async () => {
    const applied = await world.submit('ana', OFFICE);
    const decision = await rollBackChangeset(world, BOB, { changesetId: applied.id });
    const moved = new ChangesetMovedError('moved');
    await expect(decision.reconsider?.(moved)).rejects.toBe(moved);
    const again = await decision.reconsider?.(new StaleChangesetError([]));
    expect(again?.response.changeset.changes).toEqual(decision.response.changeset.changes);
  });
});

describe('a changeset that has become stale', () => {
  it('names what has moved, and nothing that has not', async () => {
    await world.submit('ana', OFFICE);
    const steps = await world.planned(
      site('OFF001', { name: 'Tower' }),
      shift('Day', 'OFF001', { people: 9 }),
    );
    const draft = await world.draft('mia', steps);
    await world.submit('ana', await world.planned(shift('Day', 'OFF001', { people: 4 })));
    world.clock.passSeconds(60);
    const decision = await markStale(world, TENANT, draft, 'answer');
    expect(decision).toMatchObject({
      response: 'answer',
      audit: [{ action: 'changeset.stale', target: draft.id, after: ['shift:OFF001/day'] }],
      events: [{ data: { conflicts: ['shift:OFF001/day'] } }],
      writes: [{ item: { status: 'stale', updated_at: '2026-01-05T00:01:00.000Z', timers: [] } }],
      refusal: {
        message: 'Changed since it was planned: shift:OFF001/day',
        entityIds: ['shift:OFF001/day'],
        extensions: { changeset_id: draft.id, conflicts: [{ entity_id: 'shift:OFF001/day' }] },
      },
    });
  });

  it('shows a hundred conflicts at most, and a rebase does so too', async () => {
    const radios = (name: string) =>
      Array.from({ length: 110 }, (_, n) => device(String(10 ** 14 + n), { name }));
    const draft = await world.submit('cem', radios('A').map(creating));
    await world.setPolicy({ auto_below: 1, two_person_from: 1, two_person_over_changes: 1000 });
    await world.policies.fresh(TENANT);
    await world.work(await world.submit('ana', radios('B').map(creating)));
    const { refusal } = await markStale(world, TENANT, draft, undefined);
    expect(refusal?.extensions['conflicts']).toHaveLength(100);
    await expect(world.rebase('bob', draft)).rejects.toMatchObject({
      entityIds: { length: 110 },
      extensions: { changeset_id: draft.id, conflicts: { length: 100 } },
    });
  });
});

describe('what is asked for in vain', () => {
  it('says why', async () => {
    const draft = await world.draft('bob', OFFICE);
    await expect(world.decide('bob', draft)).rejects.toThrow(
      'Whoever asked for a changeset or edited it cannot approve it',
    );
    const applied = await world.submit('ana', OFFICE);
    await expect(world.decide('bob', applied)).rejects.toThrow('The changeset is applied');
    await expect(world.rollBack('ana', draft)).rejects.toThrow(
      'A changeset that is proposed cannot be rolled back',
    );
    const back = await world.rollBack('ana', applied);
    await expect(world.edit('cem', back, { removals: ['site:OFF001'] })).rejects.toThrow(
      'A roll-back takes back exactly what was applied; it cannot be revised',
    );
    await expect(world.rebase('cem', draft)).rejects.toThrow(
      'Everything it asks for is so already; there is nothing to decide',
    );
  });

  it('twice says that it is decided', async () => {
    const pending = await world.submit('ana', TWO);
    await world.decide('bob', pending);
    await expect(world.decide('bob', pending)).rejects.toThrow(
      'You have decided about this revision',
    );
  });

  it.each([
    [{ removals: TWO.map(({ entity_id }) => entity_id) }, 'nothing remains; withdraw it instead'],
    [
      {
        additions: [
          {
            operation: 'create' as const,
            entity_type: 'shift' as const,
            data: { site_code: 'OFF001', name: 'S1', start: '08:00', end: '16:00', people: 1 },
          },
        ],
      },
      'shift:OFF001/s1 is in the changeset already; modify it instead',
    ],
  ])('as an edit says what does not fit: %j', async (edit, detail) => {
    const pending = await world.submit('ana', TWO);
    await expect(world.edit('cem', pending, edit)).rejects.toMatchObject({
      message: 'The edit does not fit the changeset',
      extensions: { errors: [{ pointer: '/additions', detail }] },
    });
  });
});

describe('rolling back in vain', () => {
  it('says that nothing, or not all, can be taken back, and names what stands in the way', async () => {
    const applied = await world.submit('ana', OFFICE.slice(0, 1));
    await world.submit('ana', OFFICE.slice(1));
    const obstacle = {
      entity_id: 'site:OFF001',
      code: 'has_dependents',
      reason: 'Others belong to it: shift:OFF001/day',
    };
    await expect(world.rollBack('ana', applied)).rejects.toMatchObject({
      message: 'Nothing of the changeset can be taken back',
      extensions: { obstacles: [obstacle], blockers: ['site:OFF001'] },
    });
    const both = await world.submit('ana', [creating(site('AAA')), creating(site('BBB'))]);
    await world.submit('ana', [creating(shift('Day', 'AAA'))]);
    await expect(world.rollBack('ana', both)).rejects.toMatchObject({
      message: 'Not all of the changeset can be taken back',
      extensions: { blockers: ['site:AAA'] },
    });
  });

  it('says who has changed it since', async () => {
    const applied = await world.submit('ana', OFFICE);
    const change = await world.planned(shift('Day', 'OFF001', { people: 9 }));
    const other = await world.submit('ana', change);
    await expect(world.rollBack('ana', applied)).rejects.toMatchObject({
      code: 'stale_changeset',
      extensions: {
        obstacles: [
          {
            entity_id: 'shift:OFF001/day',
            code: 'changed_since',
            reason: `Changed since, by changeset ${other.id}`,
          },
          { entity_id: 'site:OFF001', code: 'has_dependents' },
        ],
      },
    });
  });
});

describe('a roll-back that is planned', () => {
  it('is a changeset of its own, with the reason and whatever it leaves', async () => {
    const applied = await world.submit('ana', OFFICE);
    world.clock.passSeconds(60);
    const command = { changesetId: applied.id, reason: 'too early' };
    const { changeset, obstacles } = await planRollBack(world, BOB, command);
    expect(obstacles).toEqual([]);
    expect(changeset).toMatchObject({
      title: 'Roll back: Changes',
      origin: 'rollback',
      rollback_of: applied.id,
      rollback: { from: 'applied', leaves: [] },
      requester: { user_id: 'bob', email: 'bob@acme.example', may_approve: true },
      reason: 'too early',
      created_at: '2026-01-05T00:01:00.000Z',
      status: 'proposed',
    });
    const silent = await planRollBack(world, BOB, { changesetId: applied.id });
    expect(silent.changeset.reason).toBeNull();
  });
});

describe('the policy that a decision is made by', () => {
  const versions = (held: number, fresh: number) => ({
    policies: {
      current: async () => ({ version: 9, policyVersion: held, settings: DEFAULT_SETTINGS }),
      fresh: async () => ({ version: 9, policyVersion: fresh, settings: DEFAULT_SETTINGS }),
    },
  });

  it('is read anew only where the changeset knows a later one', async () => {
    const draft = await world.draft('mia', OFFICE);
    const judgedBy = (version: number) => ({ ...draft, policy: { ...draft.policy, version } });
    const used = async (version: number) =>
      (await policyFor(versions(2, 5), TENANT, judgedBy(version))).policyVersion;
    expect([await used(1), await used(2), await used(3)]).toEqual([2, 2, 5]);
  });
});
