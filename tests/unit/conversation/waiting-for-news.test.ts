import { describe, expect, it } from 'vitest';
import { MAX_WAITING, whilePermitted } from '#shared/conversation/poll-permit.ts';
import type { Caller } from '#shared/http/caller.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { conversationWorld, OFFICE } from '#tests/support/conversation-world/conversation-world.ts';

const ASYNC = { headers: { prefer: 'respond-async' } };

const caller = (tenant = 'acme'): Caller => ({
  tenant: trustedTenant(tenant),
  userId: `${tenant}-ana`,
  email: '',
  roles: ['member'],
  correlationId: 'by-ana',
  sourceIp: '192.0.2.1',
});

async function underWay() {
  const world = conversationWorld();
  const { body } = await world.start({ client_context: OFFICE });
  const id = String(body.conversation_id);
  await world.say(id, { user_input: 'enhanced' }, ASYNC);
  return { ...world, id };
}

/** Counts the reads of session states. */
function countingReads(table: Table) {
  let reads = 0;
  const get: Table['get'] = (tenant, key) => {
    if (key.sort === 'STATE') reads += 1;
    return Object.getPrototypeOf(table).get.call(table, tenant, key);
  };
  Object.assign(table, { get });
  return () => reads;
}

describe('waiting for news of a conversation', () => {
  it('ends at once where there is some', async () => {
    const { ask, id, work, messages, clock } = await underWay();
    await work(messages()[0]);
    const before = clock.ms;
    const { body } = await ask('GET', id, 'events', { query: { after_turn: '0' } });
    expect(body).toMatchObject({ turn: 1, state: 'awaiting_approval', processing: false });
    expect(body.latest).toMatchObject({ turn: 1, text: 'enhanced' });
    expect(clock.ms).toBe(before);
  });

  it('ends after its time, with at most ten reads', async () => {
    const { ask, id, table, clock } = await underWay();
    const reads = countingReads(table);
    const before = clock.ms;
    const { body } = await ask('GET', id, 'events');
    expect(body).toMatchObject({ turn: 0, processing: true, latest: { turn: 0 } });
    expect(clock.ms - before).toBe(20_000);
    expect(reads()).toBeLessThanOrEqual(10);
  });

  it.each([0, 0.1, 3])('takes no longer than the %d s that were asked for', async (seconds) => {
    const { ask, id, clock } = await underWay();
    const before = clock.ms;
    await ask('GET', id, 'events', { query: { wait_seconds: String(seconds) } });
    expect(clock.ms - before).toBe(seconds * 1000);
  });

  it.each(['21', '-1', 'long'])('for %s seconds is refused', async (wait_seconds) => {
    const { ask, id } = await underWay();
    const { status, body } = await ask('GET', id, 'events', { query: { wait_seconds } });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ in: 'query', pointer: '/wait_seconds' }]);
  });

  it('is for the owner alone', async () => {
    const { ask, id } = await underWay();
    expect((await ask('GET', id, 'events', { user: 'eve' })).status).toBe(404);
    expect((await ask('GET', id, 'events', { tenant: 'umbra' })).status).toBe(404);
  });
});

describe('how many of a tenant wait', () => {
  /** As many requests that wait until they are told. */
  function waiting(world: ReturnType<typeof conversationWorld>, count: number, tenant?: string) {
    const ends: (() => void)[] = [];
    const all = Array.from({ length: count }, () =>
      whilePermitted(world, caller(tenant), 20, async () => {
        await new Promise<void>((end) => {
          ends.push(end);
        });
        return 'waited';
      }),
    );
    return { all, ends };
  }
  const settled = () => new Promise((done) => setImmediate(done));

  it('is capped: one more is answered at once, and another tenant is not concerned', async () => {
    const world = conversationWorld();
    const { all, ends } = waiting(world, MAX_WAITING);
    await expect.poll(() => ends.length).toBe(MAX_WAITING);
    expect(await whilePermitted(world, caller(), 20, async () => 'waited')).toBeUndefined();
    const other = await whilePermitted(world, caller('umbra'), 20, async () => 'waited');
    expect(other).toBe('waited');
    for (const end of ends) end();
    expect(await Promise.all(all)).toEqual(Array(MAX_WAITING).fill('waited'));
    expect(await whilePermitted(world, caller(), 20, async () => 'waited')).toBe('waited');
  });

  it('forgets those that died while they waited', async () => {
    const world = conversationWorld();
    const { ends } = waiting(world, MAX_WAITING);
    await expect.poll(() => ends.length).toBe(MAX_WAITING);
    await settled();
    world.clock.passSeconds(26);
    expect(await whilePermitted(world, caller(), 20, async () => 'waited')).toBe('waited');
  });
});
