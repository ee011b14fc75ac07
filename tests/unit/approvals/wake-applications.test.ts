import { beforeEach, describe, expect, it } from 'vitest';
import { type ApplyTask, leaseFrom } from '#shared/approvals/apply-task.ts';
import { putTask } from '#shared/approvals/apply-task-store.ts';
import { wakeApplications } from '#shared/approvals/wake-applications.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';

let world: ApprovalWorld;
let postponed: string[];
beforeEach(async () => {
  world = await approvalWorld(['ana']);
  postponed = [];
});

const taskOf = (more: Partial<ApplyTask> = {}): ApplyTask => ({
  changeset_id: 'cs-1',
  revision: 2,
  state: 'applying',
  done: 0,
  total: 120,
  token: 1,
  lease_until: world.clock.now().toISOString(),
  cause: null,
  left: [],
  on_behalf_of: { user_id: 'ana', email: '', roles: [], correlation_id: 'c-1', source_ip: '' },
  accepted_at: world.clock.now().toISOString(),
  ...more,
});

/** Runs the schedule with an index that still shows the task as due, however it is by now. */
async function wakenAs(now: ApplyTask | undefined): Promise<number> {
  if (now) await world.table.transact(TENANT, [putTask(now)]);
  const key = { partition: 'APPLICATION#cs-1', sort: '2' };
  const due = { tenant: TENANT, key, at: world.clock.now().toISOString(), item: taskOf() };
  const waiting = {
    due: async function* () {
      yield [due];
    },
    postpone: async (_: unknown, until: Date) => {
      postponed.push(until.toISOString());
    },
    settle: async () => {},
  };
  return wakeApplications({ ...world, waiting });
}

const told = () => world.waiting.waitingIn('OUTBOX').map(({ item }) => item);

describe('an application that is due', () => {
  it('is called for again once its lease has run out, and looked at a lease later', async () => {
    expect(await wakenAs(taskOf())).toBe(1);
    expect(world.events()).toEqual(['application.accepted.v1']);
    expect(JSON.stringify(told())).toContain('cs-1');
    expect(postponed).toEqual([leaseFrom(world.clock.now())]);
    expect(world.waiting.waitingIn('AUDIT')).toEqual([]);
  });

  it.each<[string, Partial<ApplyTask> | undefined]>([
    ['has ended meanwhile', { state: 'ended' }],
    ['has moved on meanwhile', { lease_until: '2026-01-05T00:00:00.001Z' }],
    ['is gone', undefined],
  ])('is left alone where it %s', async (_, more) => {
    expect(await wakenAs(more && taskOf(more))).toBe(0);
    expect(world.events()).toEqual([]);
    expect(postponed).toEqual([]);
  });
});
