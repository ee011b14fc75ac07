import { beforeEach, describe, expect, it } from 'vitest';
import { applyInBatches } from '#shared/approvals/apply-in-batches.ts';
import { findApplyTask, putTask } from '#shared/approvals/apply-task-store.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { withInvocationTime } from '#shared/runtime/invocation-time.ts';
import { logger } from '#shared/runtime/logger.ts';
import type { Table } from '#shared/store/table.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { beforeTransactions } from '#tests/support/before-transactions.ts';
import { creating, device } from '#tests/support/changesets/drafts.ts';

/** Three batches, and a transaction that ends them. */
const LONG = Array.from({ length: 120 }, (_, n) => creating(device(String(10 ** 14 + n))));

let world: ApprovalWorld;
let applying: Changeset;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
  const pending = await world.submit('ana', LONG);
  await world.decide('bob', pending);
  applying = await world.decide('cem', pending);
});

const task = async () => {
  const found = await findApplyTask(world.table, TENANT, {
    changeset_id: applying.id,
    revision: 1,
  });
  if (!found) throw new Error('It has begun');
  return found;
};

const failing = (nth: number): Table =>
  beforeTransactions(world.table, async (now) => {
    if (now === nth) throw new Error('no network');
  });

/** A worker that stops before its n-th transaction, until it is told to go on. */
async function stoppedAt(nth: number): Promise<() => Promise<void>> {
  const [gate, reached] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const table = beforeTransactions(world.table, async (now) => {
    if (now !== nth) return;
    reached.resolve();
    await gate.promise;
  });
  const work = world.work(applying, { table });
  await reached.promise;
  return async () => {
    gate.resolve();
    await work;
  };
}

describe('a worker', () => {
  it('moves on by forty-five changes at a time, then ends', async () => {
    const seen: number[] = [];
    const table = beforeTransactions(world.table, async () => {
      seen.push((await task()).done);
    });
    await world.work(applying, { table });
    expect(seen).toEqual([0, 0, 45, 90, 120]);
    expect(await task()).toMatchObject({ state: 'ended', done: 120, token: 1, cause: null });
  });

  it('puts nothing on record and tells nothing but the end', async () => {
    await world.work(applying);
    const facts = world.waiting.waitingIn('AUDIT').map(({ item }) => item['action']);
    expect(facts).toEqual([
      'changeset.requested',
      'approval.granted',
      'changeset.applying',
      'changeset.applied',
    ]);
    expect(world.events()).toEqual([
      'approval.requested.v1',
      'approval.granted.v1',
      'approval.granted.v1',
      'application.accepted.v1',
      'changeset.applied.v1',
    ]);
  });

  it('leaves what has ended as it is', async () => {
    await world.work(applying);
    const end = await task();
    await world.work(applying);
    expect(await task()).toEqual(end);
  });

  it('leaves alone what another works at, until that has not moved for a minute', async () => {
    const goOn = await stoppedAt(3);
    const before = await task();
    expect(before).toMatchObject({ token: 1, done: 45 });
    await world.work(applying);
    expect(await task()).toEqual(before);
    world.clock.passSeconds(60);
    await world.work(applying);
    expect(await task()).toMatchObject({ state: 'ended', token: 2 });
    await goOn();
  });

  it('stops where another has taken over, also while that one is still at it', async () => {
    const late = await stoppedAt(3);
    world.clock.passSeconds(61);
    const other = await stoppedAt(2);
    const taken = await task();
    expect(taken).toMatchObject({ token: 2, done: 45 });
    await late();
    expect(await task()).toEqual(taken);
    await other();
    expect(await task()).toMatchObject({ state: 'ended', token: 2, done: 120 });
  });

  it.each([1, 2, 4])(
    'fails with its %ith transaction, so that its message comes again',
    async (nth) => {
      await expect(world.work(applying, { table: failing(nth) })).rejects.toThrow('no network');
      expect((await task()).state).toBe('applying');
    },
  );

  it('has ten seconds at the least for a batch, else hands it on and calls for another', async () => {
    const workFor = (milliseconds: number) =>
      withInvocationTime(() => world.work(applying))(
        {},
        { getRemainingTimeInMillis: () => milliseconds },
      );
    const accepted = () =>
      world.events().filter((name) => name === 'application.accepted.v1').length;
    await workFor(9999);
    expect(await task()).toMatchObject({
      state: 'applying',
      done: 0,
      lease_until: applying.updated_at,
    });
    expect(accepted()).toBe(2);
    await workFor(10_000);
    expect(await task()).toMatchObject({ state: 'ended', token: 2 });
    expect(accepted()).toBe(2);
  });

  it('says what it has done, or that there was nothing to do', async () => {
    const said: unknown[][] = [];
    const log = Object.assign(Object.create(logger), {
      info: (...line: unknown[]) => said.push(line),
    });
    const address = { changeset_id: applying.id, revision: 1 };
    const elsewhere = { changeset_id: 'nothing', revision: 1 };
    await applyInBatches(world, TENANT, address, log);
    await applyInBatches(world, TENANT, elsewhere, log);
    expect(said).toEqual([
      ['application', { ...address, state: 'ended', done: 120, total: 120 }],
      ['nothing to apply', elsewhere],
    ]);
  });

  it('has nothing to apply where the changeset is gone', async () => {
    const gone = { ...(await task()), changeset_id: 'gone' };
    await world.table.transact(TENANT, [putTask(gone)]);
    await world.work({ id: 'gone', revision: 1 });
    const address = { changeset_id: 'gone', revision: 1 };
    expect(await findApplyTask(world.table, TENANT, address)).toMatchObject({ done: 0, token: 1 });
  });
});
