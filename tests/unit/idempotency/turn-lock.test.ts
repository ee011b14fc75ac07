import { beforeEach, describe, expect, it } from 'vitest';
import { type Asking, askOnce } from '#shared/conversation/ask-once.ts';
import { TurnConflictError } from '#shared/conversation/errors.ts';
import { newSession } from '#shared/conversation/session.ts';
import { createSession, putSession } from '#shared/conversation/session-store.ts';
import { IdempotencyInProgressError } from '#shared/idempotency/only-once.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { commit } from '#shared/store/commit.ts';
import type { Decision } from '#shared/store/decision.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const LEASE_MS = 10_000;
const SESSION = newSession({
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  owner: 'ana',
  language: 'en',
  type: 'initial_setup',
  clientContext: {},
  at: '2026-01-05T09:00:00.000Z',
});

const callerIn = (tenant: string) => ({
  tenant: trustedTenant(tenant),
  userId: 'ana',
  email: 'ana@acme.example',
  roles: ['member'] as const,
  correlationId: 'request',
  sourceIp: '192.0.2.1',
});
const ANA = callerIn('acme');

let table: InMemoryTable;
let clock: VirtualClock;
let answered: Set<string>;
beforeEach(async () => {
  table = new InMemoryTable();
  clock = new VirtualClock('2026-01-05T09:00:00.000Z');
  answered = new Set();
  for (const tenant of ['acme', 'globex'])
    await table.transact(trustedTenant(tenant), createSession(SESSION));
});
const deps = () => ({
  table,
  clock,
  pause: async () => {},
  ids: randomIds,
  asksModel: async () => true,
});

/** Asks a model that answers when it is told to. */
function ask(call: string, caller = ANA) {
  const answer = Promise.withResolvers<string>();
  const asked = Promise.withResolvers<void>();
  const asking: Asking = {
    caller,
    session: SESSION,
    call,
    isAnswered: async () => answered.has(call),
    leaseMs: LEASE_MS,
  };
  const decided = askOnce(deps(), asking, async () => {
    asked.resolve();
    return turnOf(await answer.promise);
  });
  // Who is refused, or whose model fails, is looked at later.
  decided.catch(() => undefined);
  return { decided, asked: Promise.race([asked.promise, decided.catch(() => undefined)]), answer };
}

/** The next turn of the conversation, with what the model said. */
const turnOf = (reply: string): Decision<string> => ({
  writes: [putSession({ ...SESSION, turn: 1 }, SESSION)],
  events: [],
  audit: [],
  response: reply,
});

async function carryOut(decision: Decision<string>, caller = ANA): Promise<string> {
  const command = { tenant: caller.tenant, actor: { id: 'ana' }, correlationId: 'request' };
  const done = await commit(deps(), command, decision);
  return done.kind === 'done' ? done.response : 'replayed';
}

const lockOf = (caller = ANA) =>
  table.get(caller.tenant, { partition: `SESSION#${SESSION.id}`, sort: 'ASKING' });

describe('the right to ask a model in a turn', () => {
  it('is not freed by duplicates that are rejected', async () => {
    const first = ask('one');
    await first.asked;
    const held = await lockOf();
    for (let n = 0; n < 3; n++)
      await expect(ask('one').decided).rejects.toBeInstanceOf(IdempotencyInProgressError);
    expect(await lockOf()).toEqual(held);
    first.answer.resolve('hello');
    expect(await carryOut(await first.decided)).toBe('hello');
    expect(await lockOf()).toBeUndefined();
  });

  it('is given to one of fifty at once', async () => {
    const all = Array.from({ length: 50 }, () => ask('one'));
    await Promise.all(all.map(({ asked }) => asked));
    for (const { answer } of all) answer.resolve('hello');
    const ends = await Promise.allSettled(all.map(({ decided }) => decided));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('stays with its holder when another call comes, which hears that the turn is taken', async () => {
    const first = ask('one');
    await first.asked;
    await expect(ask('another').decided).rejects.toBeInstanceOf(TurnConflictError);
    await expect(ask('one').decided).rejects.toBeInstanceOf(IdempotencyInProgressError);
    first.answer.resolve('hello');
    expect(await carryOut(await first.decided)).toBe('hello');
  });

  it('is not asked for again by a call that was answered, and takes nothing from its record', async () => {
    answered.add('one');
    await expect(ask('one').decided).rejects.toBeInstanceOf(IdempotencyInProgressError);
    expect(await lockOf()).toBeUndefined();
    expect(answered.has('one')).toBe(true);
  });

  it('is another one in another tenant, though conversation and call have the same names', async () => {
    const ours = ask('one');
    await ours.asked;
    const globex = callerIn('globex');
    const theirs = ask('one', globex);
    await theirs.asked;
    theirs.answer.resolve('theirs');
    ours.answer.resolve('ours');
    expect(await carryOut(await theirs.decided, globex)).toBe('theirs');
    expect(await lockOf(globex)).toBeUndefined();
    expect(await lockOf()).toBeDefined();
    expect(await carryOut(await ours.decided)).toBe('ours');
  });

  it('once lapsed is its new holder’s: the late first owner overwrites nothing', async () => {
    const first = ask('one');
    await first.asked;
    clock.passSeconds(LEASE_MS / 1000 + 1);
    const second = ask('one');
    await second.asked;
    first.answer.resolve('late');
    await expect(carryOut(await first.decided)).rejects.toBeInstanceOf(TurnConflictError);
    expect(await lockOf()).toBeDefined();
    second.answer.resolve('in time');
    expect(await carryOut(await second.decided)).toBe('in time');
  });

  it('once lapsed is not freed by the first owner, who fails late', async () => {
    const first = ask('one');
    await first.asked;
    clock.passSeconds(LEASE_MS / 1000 + 1);
    const second = ask('one');
    await second.asked;
    const held = await lockOf();
    first.answer.reject(new Error('the model is gone'));
    await expect(first.decided).rejects.toThrow('the model is gone');
    expect(await lockOf()).toEqual(held);
    await expect(ask('one').decided).rejects.toBeInstanceOf(IdempotencyInProgressError);
  });

  it('is free again after a day, whatever is left of it', async () => {
    const crashed = ask('one');
    await crashed.asked;
    clock.passSeconds(24 * 3600);
    const next = ask('one');
    await next.asked;
    next.answer.resolve('next day');
    expect(await carryOut(await next.decided)).toBe('next day');
  });
});
