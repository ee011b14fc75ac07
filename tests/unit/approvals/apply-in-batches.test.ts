import { beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '#infra/local/engines/seeded-random.ts';
import { findApplyTask } from '#shared/approvals/apply-task-store.ts';
import { wakeApplications } from '#shared/approvals/wake-applications.ts';
import type { Change } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { findStates } from '#shared/resources/resource-store.ts';
import { TransactionRefused } from '#shared/store/table.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { beforeTransactions } from '#tests/support/before-transactions.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';
import { CrashPoints } from '#tests/support/crash-points.ts';

const shiftsOf = (people: number) =>
  Array.from({ length: 200 }, (_, n) =>
    shift(`Shift ${String(n).padStart(3, '0')}`, 'OFF001', { people }),
  );
const SHIFTS = shiftsOf(3);
/** The site comes last, so that the order of application matters. */
const LONG = [...SHIFTS, site()].map(creating);
const AFTER_LEASE = 61;

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
});

/** Asked for by ana, agreed to by the others. */
async function agreed(changes: readonly Change[], by = world): Promise<Changeset> {
  const pending = await by.submit('ana', changes);
  await by.decide('bob', pending);
  return by.decide('cem', pending);
}

const count = (all: readonly unknown[], wanted: unknown): number =>
  all.filter((each) => each === wanted).length;

async function present(changes: readonly Change[], by = world): Promise<number> {
  const ids = changes.map(({ entity_id }) => entity_id);
  const states = await findStates(by.table, TENANT, ids);
  return states.filter(({ data }) => data).length;
}

const taskOf = ({ id, revision }: Changeset) =>
  findApplyTask(world.table, TENANT, { changeset_id: id, revision });

describe('a changeset that does not fit one transaction', () => {
  it('is agreed to at once and applied by the queue, and is nowhere called applied before', async () => {
    const applying = await agreed(LONG);
    expect(applying.status).toBe('applying');
    expect(await present(LONG)).toBe(0);
    expect(count(world.events(), 'application.accepted.v1')).toBe(1);
    expect(count(world.events(), 'changeset.applied.v1')).toBe(0);
    await world.work(applying);
    expect(await present(LONG)).toBe(LONG.length);
    expect(await world.read(applying.id)).toMatchObject({ status: 'applied' });
    expect(count(world.events(), 'changeset.applied.v1')).toBe(1);
    const [site001] = await findStates(world.table, TENANT, ['site:OFF001']);
    expect(site001).toMatchObject({ dependents: 200, version: 1, changesetId: applying.id });
  });

  it('happens once, however often its message comes', async () => {
    const applying = await agreed(LONG);
    await Promise.all([1, 2, 3].map(() => world.work(applying)));
    await world.work(applying);
    expect(count(world.events(), 'changeset.applied.v1')).toBe(1);
    const states = await findStates(world.table, TENANT, ['shift:OFF001/shift-007']);
    expect(states).toMatchObject([{ version: 1 }]);
  });

  it('is taken back whole in the same way', async () => {
    const applied = await agreed(LONG);
    await world.work(applied);
    const back = await world.rollBack('ana', applied);
    await world.decide('bob', back);
    expect(await world.decide('cem', back)).toMatchObject({ status: 'applying' });
    await world.work(back);
    expect(await present(LONG)).toBe(0);
    expect(await world.read(applied.id)).toMatchObject({ status: 'rolled_back' });
  });
});

describe('an application whose worker dies', () => {
  it('is ended by another, whichever use of the table it died at', async () => {
    let points = 0;
    for (const when of ['before', 'after'] as const) {
      for (let nth = 1; ; nth++) {
        const crash = new CrashPoints(nth, when);
        const fresh = await approvalWorld(['ana', 'bob', 'cem']);
        const applying = await agreed(LONG, fresh);
        const table = crash.around(fresh.table, ['get', 'transact']);
        await fresh.work(applying, { table }).catch(() => undefined);
        if (!crash.happened) break;
        points += 1;
        fresh.clock.passSeconds(AFTER_LEASE);
        await wakeApplications(fresh);
        await fresh.work(applying);
        const where = crash.description;
        expect((await fresh.read(applying.id)).status, where).toBe('applied');
        expect(await present(LONG, fresh), where).toBe(LONG.length);
        expect(count(fresh.events(), 'changeset.applied.v1'), where).toBe(1);
      }
    }
    expect(points).toBeGreaterThanOrEqual(14);
  });

  it('comes to the queue again when its lease has run out, and not before', async () => {
    const applying = await agreed(LONG);
    const told = () => count(world.events(), 'application.accepted.v1');
    expect(await wakeApplications(world)).toBe(0);
    world.clock.passSeconds(AFTER_LEASE);
    expect(await wakeApplications(world)).toBe(1);
    expect(await wakeApplications(world)).toBe(0);
    expect(told()).toBe(2);
    await world.work(applying);
    world.clock.passSeconds(AFTER_LEASE);
    expect(await wakeApplications(world)).toBe(0);
  });

  it('cannot go on once another has taken over', async () => {
    const applying = await agreed(LONG);
    const late = await dyingAfterFirstBatch(applying);
    world.clock.passSeconds(AFTER_LEASE);
    await world.work(applying);
    const end = await taskOf(applying);
    await late();
    expect(await taskOf(applying)).toEqual(end);
    expect(count(world.events(), 'changeset.applied.v1')).toBe(1);
  });

  /** A worker that stands still before its second batch. @returns lets it go on */
  async function dyingAfterFirstBatch(applying: Changeset): Promise<() => Promise<void>> {
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const table = beforeTransactions(world.table, async (nth) => {
      if (nth !== 3) return;
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
});

describe('a configuration that moves on under an application', () => {
  const LAST = shift('Shift 199');
  const CHANGED = shift('Shift 003', 'OFF001', { people: 9 });

  /** All shifts, agreed to and on a site that is there. */
  async function agreedShifts(): Promise<Changeset> {
    await world.submit('ana', [creating(site())]);
    return agreed(SHIFTS.map(creating));
  }

  /** The table of a worker, with something that others do before its second batch. */
  const meanwhile = (happens: () => Promise<unknown>) =>
    beforeTransactions(world.table, async (nth) => {
      if (nth === 3) await happens();
    });

  it('before its first batch has nothing written', async () => {
    const applying = await agreedShifts();
    await world.submit('bob', [creating(LAST)]);
    await world.work(applying);
    expect(await world.read(applying.id)).toMatchObject({ status: 'stale', left: [] });
    const states = await findStates(world.table, TENANT, ['shift:OFF001/shift-000']);
    expect(states).toMatchObject([{ version: 0 }]);
  });

  it('has all of it taken back: it is stale, and nothing of it is left', async () => {
    const applying = await agreedShifts();
    const table = meanwhile(() => world.submit('bob', [creating(LAST)]));
    await world.work(applying, { table });
    expect(await world.read(applying.id)).toMatchObject({ status: 'stale', left: [] });
    expect(await present(SHIFTS.map(creating))).toBe(1);
    expect(world.events()).toContain('changeset.stale.v1');
    const states = await findStates(world.table, TENANT, ['site:OFF001']);
    expect(states).toMatchObject([{ dependents: 1 }]);
  });

  it('twice leaves what others have changed since, named, and to be taken back later', async () => {
    const applying = await agreedShifts();
    const table = meanwhile(async () => {
      await world.submit('bob', [creating(LAST)]);
      await world.submit('cem', await world.planned(CHANGED));
    });
    await world.work(applying, { table });
    const failed = await world.read(applying.id);
    expect(failed).toMatchObject({
      status: 'failed',
      left: [{ entity_id: 'shift:OFF001/shift-003', code: 'changed_since' }],
    });
    expect(await world.resources(CHANGED)).toMatchObject([{ people: 9 }]);
    expect(await present(SHIFTS.map(creating))).toBe(2);
    expect(world.events()).toContain('changeset.failed.v1');
    await expect(world.rollBack('ana', failed)).rejects.toMatchObject({ code: 'stale_changeset' });
  });

  it('under a roll-back leaves that half done, and to be tried again', async () => {
    const applied = await agreedShifts();
    await world.work(applied);
    const back = await world.rollBack('ana', applied);
    await world.decide('bob', back);
    await world.decide('cem', back);
    const again = shift('Shift 199', 'OFF001', { people: 9 });
    const table = meanwhile(async () => {
      await world.submit('bob', await world.planned(again));
      await world.submit('cem', await world.planned(CHANGED));
    });
    await world.work(back, { table });
    expect(await world.read(back.id)).toMatchObject({
      status: 'failed',
      left: [{ entity_id: 'shift:OFF001/shift-199' }],
    });
    const target = await world.read(applied.id);
    expect(target).toMatchObject({ status: 'partially_rolled_back', rolled_back_by: back.id });
    expect(await present(SHIFTS.map(creating))).toBe(200);
    await world.setPolicy({ auto_below: 1, two_person_from: 1, two_person_over_changes: 1000 });
    const retried = await world.rollBack('ana', target, { partial: true, by: world.instance() });
    await world.work(retried);
    expect(await world.read(applied.id)).toMatchObject({ status: 'partially_rolled_back' });
    expect(await world.resources(again, CHANGED)).toMatchObject([{ people: 9 }, { people: 9 }]);
    expect(await present(SHIFTS.map(creating))).toBe(2);
  });
});

describe('two changesets about the same site', () => {
  it('at once: one is applied, the other is stale, and nothing is mixed', async () => {
    await world.submit('ana', [creating(site())]);
    const wish = (people: number) => shiftsOf(people).map(creating);
    const [one, other] = [await agreed(wish(1)), await agreed(wish(2))];
    await Promise.all([world.work(one), world.work(other)]);
    const ends = [await world.read(one.id), await world.read(other.id)];
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['applied', 'stale']);
    const found = await world.resources(...SHIFTS);
    expect(new Set(found.map((data) => data?.['people'])).size).toBe(1);
  });
});

describe('with three in ten transactions colliding', () => {
  it('every application still has one effect', async () => {
    let struck = 0;
    for (let seed = 0; seed < 20; seed++) {
      const random = seededRandom(seed);
      const fresh = await approvalWorld(['ana', 'bob', 'cem']);
      const applying = await agreed(LONG, fresh);
      const table = beforeTransactions(fresh.table, async () => {
        if (random() >= 0.3) return;
        struck += 1;
        throw new TransactionRefused([{ reason: 'collision', index: 0 }]);
      });
      await Promise.all([1, 2].map(() => fresh.work(applying, { table })));
      expect((await fresh.read(applying.id)).status, `seed ${seed}`).toBe('applied');
      expect(await present(LONG, fresh)).toBe(LONG.length);
      expect(count(fresh.events(), 'changeset.applied.v1')).toBe(1);
    }
    expect(struck).toBeGreaterThan(20);
  });
});
