import { beforeEach, describe, expect, it } from 'vitest';
import { AppError, NotFoundError } from '#shared/runtime/app-error.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { type Command, ContentionError, commit, type OnlyOnce } from '#shared/store/commit.ts';
import { type Decision, justAnswer, mapResponse } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import { TransactionRefused } from '#shared/store/table.ts';
import { absent, type Put } from '#shared/store/write.ts';
import { InMemoryDueIndex } from '#tests/support/in-memory-due-index.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

class TakenError extends AppError {
  readonly code = 'invalid_state';
}

const TENANT = trustedTenant('acme');
const COMMAND: Command = {
  tenant: TENANT,
  actor: { id: 'ana', email: 'ana@acme.example', sourceIp: '192.0.2.1' },
  correlationId: 'correlation-1',
};
const KEY = { partition: 'SEAT', sort: '1' };

const takeSeat = (who: string): Put => ({
  action: 'put',
  key: KEY,
  item: { who },
  condition: absent,
  refused: (existing) => new TakenError(`taken by ${existing?.['who']}`),
});

const taking = (who: string, more: Partial<Decision<string>> = {}): Decision<string> => ({
  writes: [takeSeat(who)],
  events: [{ name: 'seat.taken.v1', data: { who } }],
  audit: [{ action: 'seat.taken', target: 'seat 1', before: null, after: { who } }],
  response: who,
  ...more,
});

let table: InMemoryDueIndex;
let clock: VirtualClock;
beforeEach(() => {
  table = new InMemoryDueIndex(new InMemoryTable());
  clock = new VirtualClock('2026-01-05T09:00:00.000Z');
});
const deps = (over: Table = table) => ({ table: over, clock, pause: async () => {} });
const audited = async () =>
  (await table.query(TENANT, { partition: 'AUDIT' })).found.map(({ item }) => item);
const outbox = () => table.waitingIn('OUTBOX').map(({ item }) => item);
const seat = async () => (await table.get(TENANT, KEY))?.['who'];

/** A table on which the first transactions collide with somebody else's. */
function colliding(times: number): Table & { readonly attempts: number } {
  let attempts = 0;
  return {
    get: (tenant, key) => table.get(tenant, key),
    getMany: (tenant, keys) => table.getMany(tenant, keys),
    query: (tenant, selection) => table.query(tenant, selection),
    async transact(tenant, writes) {
      attempts += 1;
      if (attempts <= times) throw new TransactionRefused([{ reason: 'collision', index: 0 }]);
      await table.transact(tenant, writes);
    },
    get attempts() {
      return attempts;
    },
  };
}

describe('committing a decision', () => {
  it('writes it with its events and audit facts, and gives the answer', async () => {
    expect(await commit(deps(), COMMAND, taking('ana'))).toEqual({ kind: 'done', response: 'ana' });
    expect(await seat()).toBe('ana');
    expect(outbox()).toMatchObject([
      {
        detail_type: 'seat.taken.v1',
        detail: {
          tenant_id: 'acme',
          correlation_id: 'correlation-1',
          occurred_at: '2026-01-05T09:00:00.000Z',
          data: { who: 'ana' },
        },
      },
    ]);
    expect(await audited()).toMatchObject([
      {
        action: 'seat.taken',
        target: 'seat 1',
        actor: { id: 'ana', email: 'ana@acme.example' },
        source_ip: '192.0.2.1',
        before_hash: null,
        after_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        correlation_id: 'correlation-1',
        sequence: null,
      },
    ]);
  });

  it('touches the table not at all when there is nothing to write', async () => {
    const untouched = colliding(99);
    expect(await commit(deps(untouched), COMMAND, justAnswer(42))).toMatchObject({ response: 42 });
    expect(untouched.attempts).toBe(0);
  });

  it('gives the typed error of the write whose condition failed, and leaves nothing behind', async () => {
    await commit(deps(), COMMAND, taking('ana'));
    await expect(commit(deps(), COMMAND, taking('bob'))).rejects.toThrow('taken by ana');
    expect([outbox().length, (await audited()).length]).toEqual([1, 1]);
  });

  it('asks the author again what to do, with the error that it would have been', async () => {
    await commit(deps(), COMMAND, taking('ana'));
    const reconsider = async (refusal: AppError) => justAnswer(`${refusal.message}, so I stand`);
    const done = await commit(deps(), COMMAND, taking('bob', { reconsider }));
    expect(done).toMatchObject({ response: 'taken by ana, so I stand' });
  });

  it('keeps second thoughts when the answer is put in another shape', async () => {
    await commit(deps(), COMMAND, taking('ana'));
    const reconsider = async () => justAnswer('none');
    const mapped = mapResponse(taking('bob', { reconsider }), (who) => ({ who }));
    expect(await commit(deps(), COMMAND, mapped)).toMatchObject({ response: { who: 'none' } });
  });

  it('fails as it is where a write has no meaning for its refusal', async () => {
    const { refused: _, ...silent } = takeSeat('bob');
    await commit(deps(), COMMAND, taking('ana'));
    const decision = taking('bob', { writes: [silent] });
    await expect(commit(deps(), COMMAND, decision)).rejects.toBeInstanceOf(TransactionRefused);
  });

  it('fails as it is when the table is broken', async () => {
    const broken = { ...colliding(0), transact: () => Promise.reject(new Error('no table')) };
    await expect(commit(deps(broken), COMMAND, taking('ana'))).rejects.toThrow('no table');
  });
});

describe('a collision', () => {
  it('is tried again, and has one effect', async () => {
    const twice = colliding(2);
    await commit(deps(twice), COMMAND, taking('ana'));
    expect(twice.attempts).toBe(3);
    expect([outbox().length, (await audited()).length]).toEqual([1, 1]);
  });

  it('waits longer and longer between attempts, never more than 400 ms', async () => {
    const waits: number[] = [];
    const pause = async (ms: number) => {
      waits.push(ms);
    };
    await commit({ ...deps(colliding(10)), pause }, COMMAND, taking('ana'));
    expect(waits).toHaveLength(10);
    expect(waits.every((ms, attempt) => ms <= Math.min(400, 10 * 2 ** attempt))).toBe(true);
  });

  it('that does not end is said to the caller as too much at once', async () => {
    const attempt = commit(deps(colliding(1000)), COMMAND, taking('ana'));
    await expect(attempt).rejects.toBeInstanceOf(ContentionError);
    expect(await seat()).toBeUndefined();
  });
});

describe('a refusal that is on record', () => {
  it('is thrown once everything is written', async () => {
    const refusal = new NotFoundError('refused, and noted');
    await expect(commit(deps(), COMMAND, taking('ana', { refusal }))).rejects.toBe(refusal);
    expect(await seat()).toBe('ana');
    expect(await audited()).toHaveLength(1);
  });

  it('keeps no result, so that the same call may be made again', async () => {
    const stored: string[] = [];
    const onlyOnce: OnlyOnce = {
      store: (result) => {
        stored.push(result.body);
        return { action: 'put', key: { partition: 'RESULT', sort: '1' }, item: { ...result } };
      },
      earlier: () => undefined,
    };
    const decision = taking('ana', { refusal: new NotFoundError('no') });
    const encode = (body: string) => ({ status: 200, body });
    await expect(commit(deps(), { ...COMMAND, onlyOnce }, decision, encode)).rejects.toThrow('no');
    expect(stored).toEqual([]);
  });
});
