import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DependentsLeftError } from '#shared/changesets/errors.ts';
import { findStates } from '#shared/resources/resource-store.ts';
import { ValidationError } from '#shared/runtime/app-error.ts';
import type { Table } from '#shared/store/table.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, deleting, device, shift, site, user } from '#tests/support/changesets/drafts.ts';

const PEOPLE = ['ana', 'bob', 'cem'];
const RADIO = device('490154203237518', { assigned_user: 'uma@acme.example' });

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(PEOPLE);
});

describe('a site or user that something belongs to', () => {
  it('is not deleted: whoever asks is told what is left, and nobody is asked to agree', async () => {
    await world.submit('ana', [creating(site())]);
    await world.submit('ana', [creating(shift('Day'))]);
    const attempt = world.submit('ana', [deleting(site())]);
    await expect(attempt).rejects.toBeInstanceOf(DependentsLeftError);
    await expect(attempt).rejects.toMatchObject({
      extensions: { dependents: ['shift:OFF001/day'] },
    });
    await world.submit('ana', [creating(user('uma@acme.example')), creating(RADIO)]);
    await expect(world.submit('ana', [deleting(user('uma@acme.example'))])).rejects.toMatchObject({
      extensions: { dependents: ['device:490154203237518'] },
    });
  });

  it('is not deleted when it came to belong to it after everybody was asked', async () => {
    await world.submit('ana', [creating(site())]);
    const pending = await world.submit('ana', [deleting(site())]);
    await world.submit('ana', [creating(shift('Day'))]);
    await world.decide('bob', pending);
    await expect(world.decide('cem', pending)).rejects.toMatchObject({
      code: 'invalid_state',
      extensions: { dependents: ['shift:OFF001/day'] },
    });
    expect((await world.read(pending.id)).status).toBe('pending_approval');
    await world.submit('ana', [deleting(shift('Day'))]);
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied' });
  });

  it('goes together with all that belongs to it', async () => {
    await world.submit('ana', [creating(site()), creating(shift('Day'))]);
    const pending = await world.submit('ana', [deleting(site()), deleting(shift('Day'))]);
    await world.decide('bob', pending);
    expect(await world.decide('cem', pending)).toMatchObject({ status: 'applied' });
  });
});

describe('a shift that is added to a site while the site is deleted', () => {
  it('is there with its site, or neither is, in whatever order things happen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const racing = await scheduler.waitFor(approvalWorld(PEOPLE, inTurns(scheduler)));
        await scheduler.waitFor(racing.submit('ana', [creating(site())]));
        const pending = await scheduler.waitFor(racing.submit('ana', [deleting(site())]));
        await scheduler.waitFor(racing.decide('bob', pending));
        const outcomes = Promise.allSettled([
          racing.decide('cem', pending, { decision: 'approve' }, racing.instance()),
          racing.submit('ana', [creating(shift('Day'))]),
        ]);
        const [deleted, added] = await scheduler.waitFor(outcomes);
        expect([deleted.status, added.status].toSorted()).toEqual(['fulfilled', 'rejected']);
        const ids = ['site:OFF001', 'shift:OFF001/day'];
        const states = await scheduler.waitFor(findStates(racing.table, TENANT, ids));
        expect(new Set(states.map(({ data }) => data !== null)).size).toBe(1);
        if (added.status === 'rejected') expect(added.reason).toBeInstanceOf(ValidationError);
      }),
      { numRuns: 100 },
    );
  });

  /** A table whose every call waits for its turn. */
  const inTurns =
    (scheduler: fc.Scheduler) =>
    (table: Table): Table => {
      const turn = <Value>(name: string, use: () => Promise<Value>) =>
        scheduler.schedule(Promise.resolve(), name).then(use);
      return {
        get: (...key) => turn('get', () => table.get(...key)),
        getMany: (...keys) => turn('getMany', () => table.getMany(...keys)),
        query: (...selection) => turn('query', () => table.query(...selection)),
        transact: (...writes) => turn('transact', () => table.transact(...writes)),
      };
    };
});
