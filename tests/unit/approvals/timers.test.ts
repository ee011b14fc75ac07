import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { timersFrom } from '#shared/changesets/approval-timer.ts';
import { DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import { type ApprovalWorld, approvalWorld } from '#tests/support/approvals/approval-world.ts';
import { creating, site } from '#tests/support/changesets/drafts.ts';
import { interleaved, interleaving } from '#tests/support/interleaved-table.ts';

const HOUR = 3600;
const CHANGES = [creating(site())];
/** In the order of a whole life without a decision. */
const ALL = ['approval.reminded.v1', 'approval.escalated.v1', 'approval.expired.v1'];

describe('what nobody decides about', () => {
  let world: ApprovalWorld;
  beforeEach(async () => {
    world = await approvalWorld(['ana', 'bob']);
  });

  it('is reminded of after a day, escalated after two, and over after three', async () => {
    const draft = await world.draft('mia', CHANGES);
    const seen: string[][] = [];
    for (const hours of [23, 2, 24, 24]) {
      world.clock.passSeconds(hours * HOUR);
      await world.fireTimers();
      seen.push(world.events());
    }
    expect(seen).toEqual([[], ALL.slice(0, 1), ALL.slice(0, 2), ALL]);
    expect(await world.read(draft.id)).toMatchObject({
      status: 'expired',
      reason: 'Nobody has decided in time',
      timers: [],
    });
    expect(await world.fireTimers()).toBe(0);
  });

  it('catches up after an outage, in order', async () => {
    await world.draft('mia', CHANGES);
    world.clock.passSeconds(100 * HOUR);
    expect(await world.fireTimers()).toBe(3);
    expect(world.events()).toEqual(ALL);
  });

  it('follows the times that the tenant has set', async () => {
    const times = { reminder_after_seconds: 60, escalate_after_seconds: 90 };
    await world.setPolicy({ ...times, expire_after_seconds: 120 });
    await world.draft('mia', CHANGES);
    world.clock.passSeconds(61);
    await world.fireTimers();
    expect(world.events().filter((name) => name.startsWith('approval'))).toEqual(ALL.slice(0, 1));
    world.clock.passSeconds(60);
    await world.fireTimers();
    expect(world.events().slice(-1)).toEqual(['approval.expired.v1']);
  });

  it('is left alone once it is decided', async () => {
    const draft = await world.draft('mia', CHANGES);
    await world.decide('ana', draft, { decision: 'reject', reason: 'no' });
    world.clock.passSeconds(100 * HOUR);
    expect(await world.fireTimers()).toBe(0);
  });

  it('is not escalated again after an approver has handed it on', async () => {
    const draft = await world.draft('mia', CHANGES);
    await world.decide('ana', draft, { decision: 'escalate', reason: 'above my limit' });
    world.clock.passSeconds(100 * HOUR);
    await world.fireTimers();
    expect(world.events()).toEqual([
      'approval.escalated.v1',
      'approval.reminded.v1',
      'approval.expired.v1',
    ]);
  });
});

it('every timer fires once, whatever runs of the schedule overlap, and never against a decision', async () => {
  let collisions = 0;
  await fc.assert(
    fc.asyncProperty(interleaving, fc.boolean(), fc.boolean(), async (order, isLate, decides) => {
      const { scheduler, dice } = order;
      let racing = false;
      const collides = () => {
        const hit = racing && (dice.next().value ?? 9) < 3;
        collisions += Number(hit);
        return hit;
      };
      const around = interleaved(scheduler, collides);
      const world = await scheduler.waitFor(approvalWorld(['ana', 'bob'], around));
      const draft = await scheduler.waitFor(world.draft('mia', CHANGES));
      // Of 72 hours.
      world.clock.passSeconds((isLate ? 100 : 60) * HOUR);
      racing = true;
      const decision = decides
        ? world.decide('ana', draft, { decision: 'reject', reason: 'no' }).catch(() => undefined)
        : undefined;
      const runs = [decision, ...[1, 2, 3].map(() => world.fireTimers())];
      await scheduler.waitFor(Promise.all(runs));
      const { status } = await scheduler.waitFor(world.read(draft.id));
      const told = world.events();
      expect(new Set(told).size).toBe(told.length);
      const fired = told.filter((name) => name !== 'approval.rejected.v1');
      const early = fired.filter((name) => name !== 'approval.expired.v1');
      expect(early).toEqual(ALL.slice(0, early.length));
      expect(status).toBe(isLate ? 'expired' : decides ? 'rejected' : 'proposed');
      expect(told.includes('approval.expired.v1')).toBe(isLate);
    }),
    { numRuns: 200 },
  );
  expect(collisions).toBeGreaterThan(100);
});

it('a timer that would run out with the expiry, or after it, does not exist', () => {
  const policy = { ...DEFAULT_SETTINGS.approval_policy, expire_after_seconds: 48 * HOUR };
  const timers = timersFrom(new Date(0), policy);
  expect(timers.map(({ kind }) => kind)).toEqual(['remind', 'expire']);
});
