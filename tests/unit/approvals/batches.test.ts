import { beforeEach, describe, expect, it } from 'vitest';
import { fitsOneTransaction } from '#shared/approvals/apply-size.ts';
import { type ApplyTask, isFree, leaseFrom } from '#shared/approvals/apply-task.ts';
import { findApplyTask, LeaseLostError, putTask } from '#shared/approvals/apply-task-store.ts';
import { largest, mendable } from '#shared/approvals/batch-step.ts';
import { decideChangeset } from '#shared/approvals/decide-changeset.ts';
import { endOfReversal } from '#shared/approvals/end-of-reversal.ts';
import { byId } from '#shared/approvals/open-changeset.ts';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import type { Change } from '#shared/changesets/change.ts';
import type { Changeset, Obstacle } from '#shared/changesets/changeset.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import { ContentionError } from '#shared/store/commit.ts';
import type { Write } from '#shared/store/write.ts';
import { DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, device } from '#tests/support/changesets/drafts.ts';

const AT = new Date('2026-01-05T00:00:00.000Z');
const devices = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => creating(device(String(10 ** 14 + n))));

const putting = (count: number, text = ''): Write[] =>
  Array.from({ length: count }, (_, n) => ({
    action: 'put',
    key: { partition: 'P', sort: String(n) },
    item: { text },
  }));
const EVENT = { name: 'x.v1', data: {} };
const FACT = { action: 'x', target: 'y' };

describe('one transaction', () => {
  it('takes ninety-four writes, events and facts, with six for what comes with them', () => {
    const fits = (writes: number, events = [EVENT], audit = [FACT]) =>
      fitsOneTransaction({ writes: putting(writes), events, audit });
    expect(fits(92)).toBe(true);
    expect(fits(93)).toBe(false);
    expect(fits(94, [], [])).toBe(true);
    expect(fits(95, [], [])).toBe(false);
  });

  it('takes three megabytes of UTF-8', () => {
    const bare = Buffer.byteLength(JSON.stringify(putting(1)[0]));
    const fits = (text: string) =>
      fitsOneTransaction({ writes: putting(1, text), events: [], audit: [] });
    expect(fits('x'.repeat(3_000_000 - bare))).toBe(true);
    expect(fits('x'.repeat(3_000_000 - bare + 1))).toBe(false);
    expect(fits('ä'.repeat(1_600_000))).toBe(false);
  });
});

describe('a batch', () => {
  it('is all of the changes where they fit, else the first four fifths as often as it takes', () => {
    const sized = (perChange: number) => (some: readonly Change[]) =>
      putting(some.length * perChange);
    expect(largest(devices(47), sized(2))).toHaveLength(47);
    expect(largest(devices(48), sized(2))).toEqual(devices(48).slice(0, 38));
    expect(largest(devices(100), sized(2))).toHaveLength(40);
  });

  it('is one change at least, whatever it takes', () => {
    expect(largest(devices(3), () => putting(1000))).toHaveLength(1);
    expect(largest([], () => putting(1000))).toHaveLength(0);
  });

  it('is taken back for what the configuration refuses, and for nothing else', () => {
    const stale = new StaleChangesetError(['site:OFF001']);
    expect(mendable(stale)).toBe(stale);
    const others = [new LeaseLostError('moved'), new ContentionError('busy'), new TypeError('bug')];
    for (const error of others) expect(() => mendable(error)).toThrow(error);
  });
});

describe('an application that has begun', () => {
  let world: ApprovalWorld;
  beforeEach(async () => {
    world = await approvalWorld(['ana', 'bob', 'cem']);
  });

  it('is recorded as begun, with what it is about and on whose behalf', async () => {
    const pending = await world.submit('ana', devices(120));
    await world.decide('bob', pending);
    const cem = callerOf('cem');
    const decision = await decideChangeset(world, cem, byId(world, cem, pending.id), {
      decision: 'approve',
    });
    expect(decision.audit).toEqual([
      {
        action: 'changeset.applying',
        target: pending.id,
        before: 'pending_approval',
        after: { revision_hash: pending.revision_hash, changes: 120 },
      },
    ]);
    expect(decision.events.map(({ name }) => name)).toEqual([
      'approval.granted.v1',
      'application.accepted.v1',
    ]);
    await world.carryOut(cem, decision);
    const address = { changeset_id: pending.id, revision: 1 };
    expect(await findApplyTask(world.table, TENANT, address)).toEqual({
      ...address,
      state: 'applying',
      done: 0,
      total: 120,
      token: 0,
      lease_until: '2026-01-05T00:01:00.000Z',
      cause: null,
      left: [],
      on_behalf_of: {
        user_id: 'cem',
        email: 'cem@acme.example',
        roles: ['approver'],
        correlation_id: 'by-cem',
        source_ip: '192.0.2.1',
      },
      accepted_at: '2026-01-05T00:00:00.000Z',
    });
  });

  it('ends on behalf of who gave the last approval, in the words of that request', async () => {
    const pending = await world.submit('ana', devices(120));
    await world.decide('bob', pending);
    await world.work(await world.decide('cem', pending));
    const applied = world.waiting
      .waitingIn('AUDIT')
      .find(({ item }) => item['action'] === 'changeset.applied');
    expect(applied?.item).toMatchObject({
      actor: { id: 'cem', email: 'cem@acme.example', roles: ['approver'] },
      correlation_id: 'by-cem',
      source_ip: '192.0.2.1',
    });
  });
});

const TASK: ApplyTask = {
  changeset_id: 'cs-1',
  revision: 1,
  state: 'reverting',
  done: 0,
  total: 3,
  token: 2,
  lease_until: '2026-01-05T00:01:00.000Z',
  cause: { code: 'stale_changeset', detail: 'moved', entity_ids: ['device:1'] },
  left: [],
  on_behalf_of: { user_id: 'cem', email: '', roles: [], correlation_id: 'c', source_ip: '' },
  accepted_at: '2026-01-05T00:00:00.000Z',
};

describe('the lease of an application', () => {
  it('lasts a minute, and ends in the moment that it names', () => {
    expect(leaseFrom(AT)).toBe('2026-01-05T00:01:00.000Z');
    const at = (iso: string) => isFree(TASK, new Date(iso));
    expect(at('2026-01-05T00:00:59.999Z')).toBe(false);
    expect(at('2026-01-05T00:01:00.000Z')).toBe(true);
    expect(isFree({ ...TASK, token: 0 }, AT)).toBe(true);
  });

  it('is waited for until the application has ended', () => {
    expect(putTask(TASK, TASK)).toMatchObject({
      key: { partition: 'APPLICATION#cs-1', sort: '1' },
      condition: { kind: 'equals', values: { token: 2, done: 0, state: 'reverting' } },
      index: { due: { queue: 'APPLICATION', at: TASK.lease_until } },
    });
    expect(putTask({ ...TASK, state: 'ended' }, TASK)).not.toHaveProperty('index');
    expect(putTask(TASK)).toMatchObject({ condition: { kind: 'absent' } });
    expect(putTask(TASK).refused?.(undefined)).toBeInstanceOf(LeaseLostError);
  });
});

describe('a changeset whose application was taken back', () => {
  const changeset: Changeset = {
    ...proposeChangeset(
      {
        id: 'cs-1',
        title: 'Radios',
        origin: 'rollback',
        requester: { user_id: 'ana', email: '', may_approve: true },
        changes: devices(3),
        at: AT,
      },
      { version: 0, policyVersion: 0, settings: DEFAULT_SETTINGS },
    ),
    status: 'applying',
  };
  const LEFT: Obstacle[] = [
    { entity_id: devices(1)[0]?.entity_id ?? '', code: 'changed_since', reason: 'by others' },
  ];
  const end = (task: Partial<ApplyTask>, of: Partial<Changeset> = {}) =>
    endOfReversal({ ...changeset, ...of }, { ...TASK, ...task }, AT);

  it('is stale where the configuration had moved on and nothing is left', () => {
    const { response, events, audit, target } = end({});
    expect(response).toMatchObject({ status: 'stale', reason: 'moved', left: [] });
    expect(events).toMatchObject([
      { name: 'changeset.stale.v1', data: { conflicts: ['device:1'] } },
    ]);
    expect(audit).toEqual([
      { action: 'changeset.stale', target: 'cs-1', after: { cause: TASK.cause, left: [] } },
    ]);
    expect(target).toEqual([]);
  });

  it('has failed where something is left, or something else was the cause', () => {
    const { response, events, audit } = end({ left: LEFT });
    expect(response).toMatchObject({ status: 'failed', reason: 'moved', left: LEFT });
    expect(events).toMatchObject([{ name: 'changeset.failed.v1' }]);
    expect(audit).toMatchObject([{ action: 'changeset.failed', after: { left: LEFT } }]);
    const cause = { code: 'invalid_state', detail: 'others', entity_ids: [] };
    expect(end({ cause }).response.status).toBe('failed');
    expect(end({ cause: null }).response).toMatchObject({ status: 'failed', reason: null });
  });

  it('as a roll-back leaves its target partly taken back: what it did take back stays gone', () => {
    const rollback = { rollback_of: 'cs-0', rollback: { from: 'failed' as const, leaves: [] } };
    expect(end({}, rollback).target).toEqual([]);
    const stops = devices(3).slice(1);
    const left = stops.map(({ entity_id }) => ({
      entity_id,
      code: 'stopped',
      reason: 'The roll-back stopped: moved',
    }));
    expect(end({ left: LEFT }, rollback).target).toMatchObject([
      {
        key: { sort: 'cs-0' },
        condition: { values: { status: 'failed' } },
        set: { status: 'partially_rolled_back', rolled_back_by: 'cs-1', left },
      },
    ]);
    const unknown = { rollback_of: 'cs-0', rollback: null };
    expect(end({ left: LEFT }, unknown).target).toMatchObject([
      { condition: { values: { status: 'applied' } } },
    ]);
  });
});
