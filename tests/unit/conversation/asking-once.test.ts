import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { withoutLapsed } from '#shared/budgets/counter.ts';
import { readCounter } from '#shared/budgets/counter-store.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { conversationWorld } from '#tests/support/conversation-world/conversation-world.ts';
import { answers, type isSilent } from '#tests/support/model-server/behaviours.ts';
import { startModelServer } from '#tests/support/model-server/model-server.ts';
import { NOTHING_STATED } from '#tests/support/model-server/recorded-answers.ts';
import { talkingModel } from '#tests/support/model-server/talking-model.ts';

const SAID = { user_input: 'It is an office for 40 people' };
const ASYNC = { headers: { prefer: 'respond-async' } };

const understandsNothing = answers(() => NOTHING_STATED);
const server = await startModelServer(understandsNothing);
afterAll(() => server.stop());

/** Answers held back until they are let go. */
class HeldBack {
  readonly #waiting: (() => void)[] = [];

  readonly behaviour: typeof isSilent = (response, asked) => {
    this.#waiting.push(() => understandsNothing(response, asked));
  };

  /** When so many requests have arrived. */
  async arrived(count: number): Promise<void> {
    while (this.#waiting.length < count) await sleep(2);
  }

  letGo(at = 0): void {
    this.#waiting[at]?.();
  }
}

let before = 0;
let held: HeldBack;
beforeEach(() => {
  held = new HeldBack();
  server.behave(held.behaviour);
  before = server.asked.length;
});
const timesAsked = () => server.asked.length - before;

async function begun() {
  const world = conversationWorld({ connect: (api) => talkingModel(api, server.url) });
  const { body } = await world.start();
  const id = String(body.conversation_id);
  const sayAs = (idempotencyKey: string, part = {}) =>
    world.say(id, SAID, { idempotencyKey, ...part });
  return { ...world, id, sayAs };
}

// The first ones load the client and everything else of a model.
describe('duplicates of a turn', { timeout: 30_000 }, () => {
  it('ask a model once: the others hear that the first is at it, and then get its answer', async () => {
    const { sayAs } = await begun();
    const first = sayAs('one');
    await held.arrived(1);
    const duplicates = await Promise.all([sayAs('one'), sayAs('one'), sayAs('one')]);
    for (const { status, body, headers } of duplicates) {
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'idempotency_in_progress' });
      expect(headers['retry-after']).toBe('10');
    }
    // Being refused disturbs nothing: the next one is refused, too.
    expect((await sayAs('one')).status).toBe(409);
    held.letGo();
    const answer = await first;
    const again = await sayAs('one');
    expect(answer.status).toBe(200);
    expect(again.text).toBe(answer.text);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(timesAsked()).toBe(1);
  });

  it('from two tabs ask once: one wins, the other learns where the conversation is', async () => {
    const { sayAs } = await begun();
    const first = sayAs('one');
    await held.arrived(1);
    const other = await sayAs('other');
    expect(other).toMatchObject({ status: 409, body: { code: 'turn_conflict', turn: 0 } });
    held.letGo();
    expect((await first).body.turn).toBe(1);
    expect(timesAsked()).toBe(1);
  });

  it('that was answered, with the answer lost, is not asked again', async () => {
    server.behave(understandsNothing);
    const { sayAs } = await begun();
    const answer = await sayAs('one');
    expect((await sayAs('one')).text).toBe(answer.text);
    expect((await sayAs('two')).body.turn).toBe(2);
    expect(timesAsked()).toBe(2);
  });

  it('is not handed to the queue meanwhile', async () => {
    const { sayAs, messages } = await begun();
    const first = sayAs('one');
    await held.arrived(1);
    expect(await sayAs('later', ASYNC)).toMatchObject({
      status: 409,
      body: { code: 'turn_conflict' },
    });
    held.letGo();
    expect((await first).status).toBe(200);
    expect(messages()).toEqual([]);
    expect((await sayAs('later', ASYNC)).status).toBe(202);
  });

  it('ask once per turn that is taken, whatever comes between what', async () => {
    server.behave(understandsNothing);
    for (let round = 0; round < 10; round += 1) {
      const { sayAs } = await begun();
      const since = timesAsked();
      const calls = Array.from({ length: 6 }, async (_, index) => {
        for (let step = 0; step < Math.random() * 12; step += 1) await Promise.resolve();
        return sayAs(`key-${index % 2}`);
      });
      const taken = (await Promise.all(calls)).filter(
        ({ status, headers }) => status === 200 && !headers['idempotent-replayed'],
      );
      expect(taken.length).toBeGreaterThan(0);
      expect(timesAsked() - since).toBe(taken.length);
    }
  });
});

describe('a turn whose process crashed while a model was asked', () => {
  it('can be taken again when its time is over; a late answer then has no effect, and both are booked', async () => {
    const { sayAs, clock, table, ask, id } = await begun();
    const crashed = sayAs('one');
    await held.arrived(1);
    clock.passSeconds(9);
    expect((await sayAs('one')).headers['retry-after']).toBe('1');
    clock.passSeconds(2);
    const second = sayAs('one');
    await held.arrived(2);
    expect((await sayAs('other')).body.code).toBe('turn_conflict');
    held.letGo(1);
    expect((await second).status).toBe(200);
    held.letGo(0);
    // The same call: it gets the answer of the second, not one of its own.
    expect((await crashed).text).toBe((await second).text);
    const { body } = await ask('GET', id, 'status');
    expect(body).toMatchObject({ turn: 1, state: 'in_progress' });
    expect(timesAsked()).toBe(2);
    expect(await bookedOf(table, clock.now())).toBe(2 * (900 * 15 + 60 * 60));
  });

  it('has what was set aside for it booked when nobody ever comes back', async () => {
    const { sayAs, clock, table } = await begun();
    sayAs('one');
    await held.arrived(1);
    clock.passSeconds(16 * 60);
    const { holds } = await readCounter(table, ACME, '2026-01');
    const [hold] = Object.values(holds);
    expect(await bookedOf(table, clock.now())).toBe(hold?.microcents);
    held.letGo();
  });
});

const ACME = trustedTenant('acme');

async function bookedOf(table: Parameters<typeof readCounter>[0], at: Date): Promise<number> {
  const { spent } = withoutLapsed(await readCounter(table, ACME, '2026-01'), at);
  return Object.values(spent).reduce((sum, { openai = 0 }) => sum + openai, 0);
}

describe('messages of one turn in the queue', () => {
  it('ask a model once; the one that comes meanwhile comes again and finds nothing to do', async () => {
    const { sayAs, messages, work, ask, id } = await begun();
    await sayAs('later', ASYNC);
    const [message] = messages();
    const first = work(message);
    await held.arrived(1);
    expect(await work(message)).toBe(1);
    held.letGo();
    expect(await first).toBe(0);
    expect(await work(message)).toBe(0);
    expect((await ask('GET', id, 'status')).body.turn).toBe(1);
    expect(timesAsked()).toBe(1);
  });

  it('ask again after a crash, once the worker’s time is over', async () => {
    const { sayAs, messages, work, clock, ask, id } = await begun();
    await sayAs('later', ASYNC);
    const [message] = messages();
    const crashed = work(message);
    await held.arrived(1);
    clock.passSeconds(29);
    expect(await work(message)).toBe(1);
    clock.passSeconds(2);
    const second = work(message);
    await held.arrived(2);
    held.letGo(1);
    expect(await second).toBe(0);
    held.letGo(0);
    expect(await crashed).toBe(0);
    expect((await ask('GET', id, 'status')).body.turn).toBe(1);
  });
});
