import { beforeEach, describe, expect, it } from 'vitest';
import {
  IdempotencyInProgressError,
  type IdempotentCall,
  onlyOnce,
  REPLAY_SECONDS,
  resultKey,
} from '#shared/idempotency/only-once.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { commit } from '#shared/store/commit.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import { beforeTransactions } from '#tests/support/before-transactions.ts';
import { InMemoryDueIndex } from '#tests/support/in-memory-due-index.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const ACME = trustedTenant('acme');
const GLOBEX = trustedTenant('globex');
const CALL: IdempotentCall = {
  userId: 'ana',
  routeKey: 'POST /things',
  key: 'key-1',
  requestHash: 'of the body',
};
const COUNTER = { partition: 'COUNTER', sort: '1' };

let storage: InMemoryDueIndex;
let clock: VirtualClock;
beforeEach(() => {
  storage = new InMemoryDueIndex(new InMemoryTable());
  clock = new VirtualClock('2026-01-05T09:00:00.000Z');
});

/** A call whose effect is counted. It is answered with who made it. */
async function count(
  who: string,
  { call = CALL, tenant = ACME, table = storage }: Partial<Made> = {},
): Promise<string> {
  const decision: Decision<string> = {
    writes: [{ action: 'update', key: COUNTER, add: { times: 1 } }],
    events: [],
    audit: [{ action: 'thing.counted', target: 'thing' }],
    response: who,
  };
  const command = { tenant, actor: { id: who }, correlationId: who, onlyOnce: onlyOnce(call) };
  const deps = { table, clock, pause: async () => {} };
  const done = await commit(deps, command, decision, (body) => ({
    status: 201,
    body,
    headers: { location: `/things/${body}` },
  }));
  return done.kind === 'done' ? done.response : `replayed: ${done.result.body}`;
}

interface Made {
  readonly call: IdempotentCall;
  readonly tenant: Tenant;
  readonly table: Table;
}

const times = async (tenant = ACME) => (await storage.get(tenant, COUNTER))?.['times'];
const storedIn = (tenant = ACME) => storage.get(tenant, resultKey(CALL));

/** A call that stands still before its transaction, until it is let go. */
function standingStill() {
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const table = beforeTransactions(storage, async () => {
    reached.resolve();
    await gate.promise;
  });
  return { table, reached: reached.promise, letGo: gate.resolve };
}

describe('of identical calls', () => {
  it('one has its effect among fifty at once, and all are answered alike', async () => {
    const callers = Array.from({ length: 50 }, (_, n) => `caller-${n}`);
    const answers = await Promise.all(callers.map((who) => count(who)));
    const [first] = answers.filter((answer) => !answer.startsWith('replayed'));
    expect(answers.filter((answer) => answer === `replayed: ${first}`)).toHaveLength(49);
    expect(await times()).toBe(1);
    expect((await storage.query(ACME, { partition: 'AUDIT' })).found).toHaveLength(1);
  });

  it('a late first one never overwrites what the second was answered', async () => {
    const first = standingStill();
    const late = count('first', { table: first.table });
    await first.reached;
    expect(await count('second')).toBe('second');
    const stored = await storedIn();
    first.letGo();
    expect(await late).toBe('replayed: second');
    expect(await storedIn()).toEqual(stored);
    expect(await times()).toBe(1);
  });

  it('a rejected one lets nobody else through', async () => {
    const first = standingStill();
    const running = count('first', { table: first.table });
    await first.reached;
    const other = { ...CALL, requestHash: 'of another body' };
    first.letGo();
    expect(await running).toBe('first');
    for (const who of ['second', 'third'])
      await expect(count(who, { call: other })).rejects.toMatchObject({
        code: 'idempotency_mismatch',
        message: 'This Idempotency-Key was used for another request',
      });
    expect(await count('fourth')).toBe('replayed: first');
    expect(await times()).toBe(1);
  });

  it('one with another body leaves the finished record as it is', async () => {
    await count('first');
    const stored = await storedIn();
    const other = count('other', { call: { ...CALL, requestHash: 'of another body' } });
    await expect(other).rejects.toThrow();
    expect(await storedIn()).toEqual(stored);
  });

  it('those of another tenant are other calls, and neither hears of the other', async () => {
    expect(await count('ours')).toBe('ours');
    expect(await count('theirs', { tenant: GLOBEX })).toBe('theirs');
    expect(await count('ours again')).toBe('replayed: ours');
    expect(await count('theirs again', { tenant: GLOBEX })).toBe('replayed: theirs');
    expect([await times(), await times(GLOBEX)]).toEqual([1, 1]);
  });

  it.each([
    ['person', { userId: 'bob' }],
    ['route', { routeKey: 'POST /others' }],
    ['key', { key: 'key-2' }],
  ])('those with another %s are other calls', async (_, part) => {
    await count('first');
    expect(await count('other', { call: { ...CALL, ...part } })).toBe('other');
    expect(resultKey({ ...CALL, ...part })).not.toEqual(resultKey(CALL));
  });

  it('cannot be told apart by moving text from one part of a name to the next', () => {
    const one = { ...CALL, userId: 'an', routeKey: 'aPOST /things' };
    expect(resultKey(one)).not.toEqual(resultKey(CALL));
  });
});

describe('a stored result', () => {
  it('is what the first was answered: status, bytes and headers', async () => {
    await count('first');
    expect(onlyOnce(CALL).earlier(await storedIn(), clock.now())).toEqual({
      status: 201,
      body: 'first',
      headers: { location: '/things/first' },
    });
  });

  it('without headers has none', () => {
    const { item } = onlyOnce(CALL).store({ status: 200, body: '{}' }, clock.now());
    const earlier = onlyOnce(CALL).earlier(item, clock.now());
    expect(earlier).toStrictEqual({ status: 200, body: '{}' });
  });

  it('counts for a day to the millisecond, and the table may forget it then', async () => {
    const { item, expiresAt } = onlyOnce(CALL).store({ status: 200, body: '{}' }, clock.now());
    expect(expiresAt).toBe('2026-01-06T09:00:00.000Z');
    const atMs = (ms: number) => onlyOnce(CALL).earlier(item, new Date(clock.ms + ms));
    expect(atMs(REPLAY_SECONDS * 1000)).toBeDefined();
    expect(atMs(REPLAY_SECONDS * 1000 + 1)).toBeUndefined();
    expect(onlyOnce(CALL).earlier(undefined, clock.now())).toBeUndefined();
  });

  it('that is over gives way to another call with the same key, whatever its body', async () => {
    await count('first');
    clock.passSeconds(REPLAY_SECONDS + 1);
    expect(await count('next day', { call: { ...CALL, requestHash: 'of another body' } })).toBe(
      'next day',
    );
    expect(await times()).toBe(2);
  });

  it('is not yet over for the table while it counts', async () => {
    await count('first');
    clock.passSeconds(REPLAY_SECONDS);
    expect(await count('again')).toBe('replayed: first');
  });
});

it('a call whose first is under way is told when to come again', () => {
  const error = new IdempotencyInProgressError(7);
  expect(error).toMatchObject({ code: 'idempotency_in_progress', headers: { 'retry-after': '7' } });
  expect(error.message).toMatch(/begun/);
});
