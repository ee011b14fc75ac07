import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createConversations } from '#functions/http/conversation-queries/handler.ts';
import { createHandler as createStart } from '#functions/http/start/handler.ts';
import { createHandler as createTenants } from '#functions/http/tenants/handler.ts';
import { REPLAY_SECONDS } from '#shared/idempotency/only-once.ts';
import { type ApiCall, callApi } from '#tests/support/http/call-api.ts';
import { type InMemoryApi, inMemoryApi } from '#tests/support/http/in-memory-api.ts';

const NOTHING_UNDERSTOOD = { propose: async () => [] };
const NOTHING_KNOWN = {
  answer: async () => ({ text: '', citations: [] }),
  passages: async () => ({ passages: [], degraded: false }),
};
const SPANISH = { language: 'es' };
const FRENCH = { language: 'fr' };

let api: InMemoryApi;
let tenants: ReturnType<typeof createTenants>;
beforeEach(() => {
  api = inMemoryApi();
  tenants = createTenants(api);
});

/** A write that is easily counted: each one that changes anything makes the next version. */
const put = (call: Partial<ApiCall> = {}) =>
  callApi(tenants, { route: 'PUT /settings', body: SPANISH, idempotencyKey: 'key-1', ...call });

const start = (idempotencyKey?: string) =>
  callApi(createStart({ ...api, proposer: NOTHING_UNDERSTOOD, documents: NOTHING_KNOWN }), {
    route: 'POST /conversation/start',
    body: {},
    ...(idempotencyKey && { idempotencyKey }),
  });

const versionOf = async (call: Partial<ApiCall> = {}) =>
  (await callApi(tenants, { route: 'GET /settings', ...call })).body.version;

describe('the same call again', () => {
  it('gets the same status and bytes, marked as replayed, and has no second effect', async () => {
    const first = await put();
    const again = await put();
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(again).toMatchObject({ status: first.status, text: first.text });
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await versionOf()).toBe(1);
  });

  it('is one call however its JSON is written', async () => {
    const body = { language: 'es', pii_policy: 'mask' };
    await put({ body });
    const { headers } = await put({
      rawBody: '{ "pii_policy" : "mask" , "language":"e\\u0073" }',
      body: undefined,
    });
    expect(headers['idempotent-replayed']).toBe('true');
  });

  it('has one effect among fifty at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => put()));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'])).toHaveLength(49);
    expect(await versionOf()).toBe(1);
  });

  it('counts for a day by its own time, whatever the table still holds', async () => {
    await put();
    api.clock.passSeconds(REPLAY_SECONDS - 1);
    expect((await put()).headers['idempotent-replayed']).toBe('true');
    api.clock.passSeconds(2);
    await put({ body: FRENCH, idempotencyKey: 'key-2' });
    const later = await put();
    expect(later.headers['idempotent-replayed']).toBeUndefined();
    expect(await versionOf()).toBe(3);
  });

  it('without a key is another call each time', async () => {
    for (const body of [SPANISH, FRENCH, SPANISH])
      await put({ body, headers: { 'idempotency-key': undefined } });
    expect(await versionOf()).toBe(3);
  });
});

describe('a key', () => {
  it('is refused for another body, and the first call stands', async () => {
    await put();
    const { status, body } = await put({ body: { language: 'fr' } });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'idempotency_mismatch' });
    expect((await put()).headers['idempotent-replayed']).toBe('true');
  });

  it('is refused for another object', async () => {
    const cancel = (conversation_id: string) =>
      callApi(createConversations(api), {
        route: 'POST /conversation/{conversation_id}/cancel',
        path: { conversation_id },
        idempotencyKey: 'key-1',
      });
    const { body: started } = await start('key-2');
    expect((await cancel(started.conversation_id)).status).toBe(200);
    const { status } = await cancel('01890a5d-ac96-774b-bcce-b302099a8057');
    expect(status).toBe(422);
  });

  it.each<[string, Partial<ApiCall>]>([
    ['another tenant', { tenant: 'globex' }],
    ['another person', { user: 'bob' }],
  ])('is another call from %s', async (_, other) => {
    const mine = await put();
    const theirs = await put(other);
    expect([mine.status, theirs.status]).toEqual([200, 200]);
    expect(theirs.headers['idempotent-replayed']).toBeUndefined();
  });

  it('is another call on another route', async () => {
    await put();
    const { status, headers } = await callApi(tenants, {
      route: 'PUT /people',
      body: { email: 'eve@acme.example' },
      idempotencyKey: 'key-1',
    });
    expect(status).toBe(200);
    expect(headers['idempotent-replayed']).toBeUndefined();
  });

  it('may be any text of up to 255 characters', async () => {
    expect((await put({ idempotencyKey: '#ü/\n'.repeat(63) })).status).toBe(200);
    const { status, body } = await put({ idempotencyKey: 'k'.repeat(256) });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_failed' });
  });

  it.each([undefined, ''])('is asked for where a second effect would hurt: %j', async (key) => {
    const { status, body } = await start(key);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'idempotency_key_missing' });
    expect(api.events()).toEqual([]);
  });
});

describe('a refusal', () => {
  it('is not stored: the same key may try again once the reason is gone', async () => {
    const { body: active } = await start('key-1');
    const refused = await start('key-2');
    expect({ status: refused.status, code: refused.body.code }).toEqual({
      status: 409,
      code: 'session_conflict',
    });
    await callApi(createConversations(api), {
      route: 'POST /conversation/{conversation_id}/cancel',
      path: { conversation_id: active.conversation_id },
    });
    const again = await start('key-2');
    expect(again.status).toBe(201);
    expect(again.headers['idempotent-replayed']).toBeUndefined();
  });

  it('never hides what the first call did', async () => {
    const first = await start('key-1');
    const again = await start('key-1');
    expect(again).toMatchObject({ status: 201, text: first.text });
  });
});
