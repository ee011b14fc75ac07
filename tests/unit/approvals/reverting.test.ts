import { beforeEach, describe, expect, it } from 'vitest';
import { nextBatch } from '#shared/approvals/apply-next-batch.ts';
import type { ApplyTask } from '#shared/approvals/apply-task.ts';
import { findApplyTask } from '#shared/approvals/apply-task-store.ts';
import type { CarryOut } from '#shared/approvals/batch-step.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import {
  ChangesetMovedError,
  DependentsLeftError,
  StaleChangesetError,
  TargetMovedError,
} from '#shared/changesets/errors.ts';
import { type AppError, ValidationError } from '#shared/runtime/app-error.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, device } from '#tests/support/changesets/drafts.ts';

const LONG = Array.from({ length: 120 }, (_, n) => creating(device(String(10 ** 14 + n))));
const CAUSE = { code: 'stale_changeset', detail: 'moved', entity_ids: [] };

type Carried = Parameters<CarryOut>[0];

let world: ApprovalWorld;
let changeset: Changeset;
let task: ApplyTask;
let carried: Carried[];
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
  const pending = await world.submit('ana', LONG);
  await world.decide('bob', pending);
  const { id } = await world.decide('cem', pending);
  changeset = { ...(await world.read(id)), changes: LONG };
  const begun = await findApplyTask(world.table, TENANT, { changeset_id: id, revision: 1 });
  if (!begun) throw new Error('It has begun');
  task = { ...begun, state: 'reverting', done: 120, cause: CAUSE };
  carried = [];
});

/** The next step, whose transactions are refused with these errors in turn, then taken. */
function step(
  more: Partial<ApplyTask>,
  { limit, refusals = [] }: { limit?: number; refusals?: AppError[] } = {},
) {
  const left = [...refusals];
  const batch = { task: { ...task, ...more }, ...(limit !== undefined && { limit }) };
  return nextBatch(world, TENANT, changeset, batch, async (decision) => {
    carried.push(decision);
    const refusal = left.shift();
    if (refusal) throw refusal;
  });
}

const keysOf = (decision: Carried | undefined) =>
  (decision?.writes ?? []).map(({ key }) => `${key.partition}|${key.sort}`);

describe('taking an application back', () => {
  it('goes backwards by forty-five changes, each a resource and its history', async () => {
    const { task: next, limit } = await step({});
    expect(next).toMatchObject({ done: 75, state: 'reverting' });
    expect(limit).toBe(45);
    expect(carried[0]?.writes).toHaveLength(1 + 2 * 45);
    const [, first] = keysOf(carried[0]);
    expect(first).toMatch(/device\|100000000000119$/);
  });

  it('tries half as many where one stands in the way, and twice as many after that', async () => {
    const stale = () => new StaleChangesetError(['x']);
    expect(await step({}, { refusals: [stale()] })).toMatchObject({
      task: { done: 120 },
      limit: 22,
    });
    expect(await step({}, { limit: 3, refusals: [stale()] })).toMatchObject({ limit: 1 });
    expect(await step({}, { limit: 22 })).toMatchObject({ task: { done: 98 }, limit: 44 });
    expect(await step({}, { limit: 44 })).toMatchObject({ limit: 45 });
    expect(await step({ done: 2 }, { limit: 10 })).toMatchObject({ task: { done: 0 } });
  });

  it.each([
    ['changed_since', new StaleChangesetError(['x'])],
    ['has_dependents', new DependentsLeftError('x')],
    ['parent_gone', new ValidationError('gone', [])],
  ])('leaves the one that stands in the way, as %s', async (code, refusal) => {
    const entity_id = LONG[119]?.entity_id;
    const { task: next, limit } = await step({}, { limit: 1, refusals: [refusal] });
    expect(next).toMatchObject({
      done: 119,
      left: [{ entity_id, code, reason: refusal.message }],
    });
    expect(limit).toBe(1);
    expect(carried[1]?.writes).toMatchObject([
      { item: { done: 119, left: [{ entity_id, code }] } },
    ]);
  });

  it('names a hundred of what is left', async () => {
    const left = Array.from({ length: 100 }, (_, n) => ({
      entity_id: `device:${n}`,
      code: 'changed_since' as const,
      reason: '',
    }));
    const refusals = [new StaleChangesetError(['x'])];
    expect((await step({ left }, { limit: 1, refusals })).task.left).toEqual(left);
  });

  it('is no remedy for a bug', async () => {
    const bug = step({}, { refusals: [] });
    await expect(bug).resolves.toBeDefined();
    const carryOut = () => Promise.reject(new TypeError('bug'));
    const batch = { task: { ...task, state: 'reverting' as const } };
    await expect(nextBatch(world, TENANT, changeset, batch, carryOut)).rejects.toThrow('bug');
  });

  it('ends with what has become of the changeset', async () => {
    const { task: ended } = await step({ done: 0 });
    expect(ended.state).toBe('ended');
    expect(carried[0]).toMatchObject({
      writes: [{ item: { state: 'ended' } }, { item: { status: 'stale', reason: 'moved' } }],
      events: [{ name: 'changeset.stale.v1' }],
      audit: [{ action: 'changeset.stale' }],
    });
  });
});

describe('a roll-back that stops halfway', () => {
  const LEFT = [{ entity_id: 'device:1', code: 'changed_since' as const, reason: '' }];
  const stop = (...refusals: AppError[]) => {
    changeset = { ...changeset, rollback_of: 'cs-0', rollback: { from: 'applied', leaves: [] } };
    return step({ done: 0, left: LEFT }, { refusals });
  };

  it('says so of the changeset that it was to take back', async () => {
    expect((await stop()).task.state).toBe('ended');
    expect(carried).toHaveLength(1);
    expect(keysOf(carried[0])).toContain('CHANGESET|cs-0');
  });

  it('says nothing of it where that has become something else meanwhile', async () => {
    expect((await stop(new TargetMovedError('moved'))).task.state).toBe('ended');
    expect(carried).toHaveLength(2);
    expect(keysOf(carried[1])).toEqual(keysOf(carried[0]).slice(0, -1));
    expect(carried[1]).toMatchObject({ events: [{ name: 'changeset.failed.v1' }] });
  });

  it('hides no other refusal, and none where there is nothing to say', async () => {
    await expect(stop(new ValidationError('no', []))).rejects.toThrow('no');
    carried = [];
    changeset = { ...changeset, rollback_of: null };
    const moved = new ChangesetMovedError('moved');
    await expect(step({ done: 0, left: LEFT }, { refusals: [moved] })).rejects.toBe(moved);
    expect(carried).toHaveLength(1);
  });
});

describe('an application that turns back', () => {
  it('names a hundred of what has moved before anything is written', async () => {
    const [first] = LONG;
    if (!first) throw new Error('There are some');
    const applied = LONG.map((change) => ({ ...change, base_version: 1 }));
    changeset = { ...changeset, changes: applied };
    const { task: next } = await step({ state: 'applying', done: 0, cause: null });
    expect(next).toMatchObject({
      state: 'reverting',
      cause: { code: 'stale_changeset', entity_ids: { length: 100 } },
    });
    expect(next.cause?.entity_ids[0]).toBe(first.entity_id);
    expect(carried).toMatchObject([{ writes: [{ item: { state: 'reverting' } }] }]);
  });

  it('says what refused it, where that was nothing stale', async () => {
    const refusals = [new ValidationError('no site', [])];
    const { task: next } = await step({ state: 'applying', done: 45, cause: null }, { refusals });
    expect(next.cause).toEqual({ code: 'validation_failed', detail: 'no site', entity_ids: [] });
  });

  it('looks at the configuration once, and lets go on what is not half applied', async () => {
    const applied = LONG.map((change) => ({ ...change, base_version: 1 }));
    changeset = { ...changeset, changes: applied };
    const { task: next } = await step({ state: 'applying', done: 45, cause: null });
    expect(next).toMatchObject({ state: 'applying', done: 90 });
    const end = await step({ state: 'applying', done: 120, cause: null });
    expect(end.task.state).toBe('ended');
    expect(carried[1]?.events).toMatchObject([{ name: 'changeset.applied.v1' }]);
  });
});
