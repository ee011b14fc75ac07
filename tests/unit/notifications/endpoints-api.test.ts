import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '#functions/http/notifications/handler.ts';
import { Cursors } from '#shared/http/cursor.ts';
import { EgressRefusedError } from '#shared/notifications/errors.ts';
import { newSecret } from '#shared/notifications/signing-secret.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { type ApiCall, callApi } from '#tests/support/http/call-api.ts';
import { anEvent, answers, DeliveryWorld } from '#tests/support/notifications/delivery-world.ts';

const HOUR = 3600;
const COLLECTION = '/notifications/endpoints';
const ONE = `${COLLECTION}/{endpoint_id}`;
const webhook = { channel: 'webhook', url: 'https://receiver.example/hook', events: ['*'] };
const unknown = { endpoint_id: '00000000-0000-4000-8000-000000000000' };

let world: DeliveryWorld;
let call: (call: ApiCall) => ReturnType<typeof callApi>;

beforeEach(() => {
  world = new DeliveryWorld({ receive: (_message, nth) => answers(nth === 1 ? 410 : 204) });
  const { deps } = world;
  const check = async (url: string) => {
    if (url.includes('inside')) throw new EgressRefusedError('not on the public internet');
  };
  const handler = createHandler({
    ...deps,
    ids: randomIds,
    directory: new PeopleDirectory(deps),
    egress: { check },
    newSecret,
    cursors: new Cursors({ read: async () => 'key' }),
  });
  call = (each) => callApi(handler, each);
});

const create = (body: unknown = webhook, part: Partial<ApiCall> = {}) =>
  call({ route: `POST ${COLLECTION}`, body, ...part });

describe('creating an endpoint', () => {
  it('shows the secret once: not in the list, not in a replay', async () => {
    const created = await create(webhook, { idempotencyKey: 'k-1' });
    expect(created).toMatchObject({ status: 201, body: { status: 'enabled' } });
    expect(created.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const replay = await create(webhook, { idempotencyKey: 'k-1' });
    expect(replay).toMatchObject({ status: 201, headers: { 'idempotent-replayed': 'true' } });
    expect(replay.body).toEqual({ ...created.body, secret: null });
    const list = await call({ route: `GET ${COLLECTION}` });
    expect(list.body.items).toHaveLength(1);
    expect(list.text).not.toContain('whsec_');
  });

  it('refuses an address that may not be called', async () => {
    const refused = await create({ ...webhook, url: 'https://inside.example/' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'egress_refused' } });
  });

  it.each([
    ['a channel that is not served', { ...webhook, channel: 'pager' }, '/channel'],
    ['an event that does not exist', { ...webhook, events: ['changeset.aplied'] }, '/events/0'],
    ['no event', { ...webhook, events: [] }, '/events'],
    ['a webhook without address', { channel: 'webhook', events: ['*'] }, '/url'],
    ['a mail to nobody', { channel: 'email', recipients: [], events: ['*'] }, '/recipients'],
    [
      'two addresses in one',
      { channel: 'email', recipients: ['a@b.example, c@d.example'], events: ['*'] },
      '/recipients/0',
    ],
  ])('refuses %s, saying where', async (_what, body, pointer) => {
    const refused = await create(body);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it('of a chat never shows its address again, which is its password', async () => {
    const url = 'https://hooks.chat.example/services/T0/B0/very-secret';
    const { body } = await create({ channel: 'slack', url, events: ['*'] });
    expect(body).toMatchObject({ url: 'https://hooks.chat.example/…', secret: null });
    expect((await call({ route: `GET ${COLLECTION}` })).text).not.toContain('very-secret');
    await world.notify(anEvent());
    await world.pass(1);
    expect(world.received[0]?.message.url).toBe(url);
  });

  it('has an end', async () => {
    for (let n = 0; n < 50; n++) expect((await create()).status).toBe(201);
    expect((await create()).status).toBe(409);
  });
});

describe('an endpoint', () => {
  it('is changed in the parts given, disabled and enabled', async () => {
    const { endpoint_id } = (await create()).body;
    const path = { endpoint_id };
    const changed = await call({ route: `PUT ${ONE}`, path, body: { status: 'disabled' } });
    expect(changed.body).toMatchObject({
      ...webhook,
      status: 'disabled',
      disabled_reason: /admin/,
    });
    expect((await call({ route: `POST ${ONE}/test`, path })).status).toBe(409);
    const again = await call({ route: `PUT ${ONE}`, path, body: { status: 'enabled' } });
    expect(again.body).toMatchObject({ status: 'enabled', disabled_reason: null });
    const foreign = { recipients: ['a@acme.example'] };
    expect((await call({ route: `PUT ${ONE}`, path, body: foreign })).status).toBe(400);
    const inside = { url: 'https://inside.example/' };
    expect((await call({ route: `PUT ${ONE}`, path, body: inside })).status).toBe(422);
  });

  it('changed by two at once takes one change and refuses the other', async () => {
    const { endpoint_id } = (await create()).body;
    const put = (events: string[]) =>
      call({ route: `PUT ${ONE}`, path: { endpoint_id }, body: { events } });
    const both = await Promise.all([put(['session.started']), put(['changeset.applied'])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is gone once removed, and its waiting deliveries with it', async () => {
    const { endpoint_id } = (await create()).body;
    await world.notify(anEvent());
    const path = { endpoint_id };
    expect((await call({ route: `DELETE ${ONE}`, path })).status).toBe(200);
    expect((await call({ route: `DELETE ${ONE}`, path })).status).toBe(404);
    await world.pass(HOUR);
    expect(world.received).toEqual([]);
    expect((await world.deliveries())[0]).toMatchObject({ status: 'dead' });
  });

  it('gets a new secret, shown once', async () => {
    const { endpoint_id, secret } = (await create()).body;
    const rotate = { route: `POST ${ONE}/rotate-secret`, path: { endpoint_id } };
    const rotated = await call({ ...rotate, idempotencyKey: 'k-2' });
    expect(rotated.body.secret).toMatch(/^whsec_/);
    expect(rotated.body.secret).not.toBe(secret);
    expect((await call({ ...rotate, idempotencyKey: 'k-2' })).body.secret).toBeNull();
  });

  it.each([
    ['GET', ''],
    ['PUT', ''],
    ['DELETE', ''],
    ['POST', '/test'],
    ['POST', '/rotate-secret'],
  ])('of another tenant, or unknown, or malformed, is not found: %s %s', async (method, suffix) => {
    const { endpoint_id } = (await create()).body;
    const route = `${method} ${ONE}${suffix}`;
    const body = { status: 'enabled' };
    for (const [tenant, path] of [
      ['globex', { endpoint_id }],
      ['acme', unknown],
      ['acme', { endpoint_id: 'x#y' }],
    ] as const)
      expect((await call({ route, path, body, tenant })).status).toBe(404);
  });

  it('is for admins alone', async () => {
    for (const groups of [['member'], ['approver'], ['curator'], ['operator'], []])
      expect((await create(webhook, { groups, user: `u${groups}` })).status).toBe(403);
  });
});

describe('deliveries', () => {
  it('are tested, seen and replayed, each attempt on record', async () => {
    const { endpoint_id } = (await create()).body;
    const path = { endpoint_id };
    const tested = await call({ route: `POST ${ONE}/test`, path });
    expect(tested).toMatchObject({ status: 202, body: { deliveries: [{ status: 'pending' }] } });
    const [{ delivery_id }] = tested.body.deliveries;
    // Here without the bus: due-timers finds the delivery.
    await world.pass(3 * 60);
    const listed = await call({ route: 'GET /notifications/deliveries' });
    expect(listed.body.items).toMatchObject([
      { delivery_id, endpoint_id, event: 'endpoint.tested', status: 'dead' },
    ]);
    await call({ route: `PUT ${ONE}`, path, body: { status: 'enabled' } });
    const replay = { route: 'POST /notifications/deliveries/{delivery_id}/replay' };
    const replayed = await call({ ...replay, path: { delivery_id } });
    expect(replayed).toMatchObject({ status: 202, body: { status: 'pending' } });
    expect((await call({ ...replay, path: { delivery_id } })).status).toBe(409);
    await world.pass(3 * 60);
    const [after] = await world.deliveries();
    expect(after?.status).toBe('delivered');
    expect(after?.attempts.map(({ status_code }) => status_code)).toEqual([410, 204]);
    const ids = world.received.map(({ message }) => message.headers['webhook-id']);
    expect(ids).toEqual([delivery_id, delivery_id]);
  });

  it('come in pages, newest events first, with cursors that nobody else can use', async () => {
    await create();
    for (const n of [1, 2, 3])
      await world.notify(
        anEvent({
          id: `7b0c1f5e-64d2-4c0a-8f0a-0a3ce34b9f1${n}`,
          occurredAt: `2026-01-05T00:00:0${n}.000Z`,
        }),
      );
    const route = 'GET /notifications/deliveries';
    const first = await call({ route, query: { limit: '2' } });
    const query = { limit: '2', cursor: first.body.next_cursor };
    const rest = await call({ route, query });
    const events = [...first.body.items, ...rest.body.items].map(({ event_id }) => event_id);
    expect(events.map((id: string) => id.at(-1))).toEqual(['3', '2', '1']);
    expect((await call({ route, query, tenant: 'globex' })).status).toBe(400);
  });
});
