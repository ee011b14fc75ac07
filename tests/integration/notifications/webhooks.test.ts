import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { DELIVERY_QUEUE } from '#shared/notifications/delivery-store.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { rewindDue } from '#tests/support/notifications/rewind-due.ts';

const cloud = useLocalCloud({
  deliveryFaults: { seed: 3, duplicateProbability: 0.5, reorder: true },
});

const signIn = (tenant: string, user: string, roles = ['admin']) =>
  cloud.token({ tenant, user, email: `${user}@${tenant}.example`, roles });

/** A tenant with a webhook for all its events. */
async function subscribe(tenant: string) {
  const token = await signIn(tenant, 'admin');
  const receiver = await cloud.receiver();
  const body = { channel: 'webhook', url: receiver.url, events: ['session.started'] };
  const created = await cloud.request('POST /notifications/endpoints', { token, body });
  expect(created.status).toBe(201);
  const { endpoint_id, secret } = created.body;
  return { tenant, token, receiver, endpoint_id, webhook: new Webhook(secret) };
}

async function start(tenant: string, user = 'mia'): Promise<void> {
  const token = await signIn(tenant, user, ['member']);
  const options = { token, body: {}, idempotencyKey: `start-${user}` };
  expect((await cloud.request('POST /conversation/start', options)).status).toBe(201);
}

const deliveriesOf = async (token: string) =>
  (await cloud.request('GET /notifications/deliveries', { token })).body.items;

describe('an event on its way to a webhook', () => {
  it('arrives once per event, signed over its bytes, though every hop repeats and reorders', async () => {
    const { receiver, token, webhook } = await subscribe('once');
    const users = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'];
    await Promise.all(users.map((user) => start('once', user)));
    await cloud.drain();
    const sent = receiver.received.map(({ body, headers }) =>
      webhook.verify(body, {
        'webhook-id': String(headers['webhook-id']),
        'webhook-timestamp': String(headers['webhook-timestamp']),
        'webhook-signature': String(headers['webhook-signature']),
      }),
    );
    expect(sent).toHaveLength(users.length);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(users.length);
    expect(sent).toContainEqual(expect.objectContaining({ type: 'session.started' }));
    const listed = await deliveriesOf(token);
    expect(listed.map(({ status }: { status: string }) => status)).toEqual(
      users.map(() => 'delivered'),
    );
  });

  it('reaches no other tenant', async () => {
    const [one, other] = [await subscribe('mine'), await subscribe('theirs')];
    await start('mine');
    await cloud.drain();
    expect(one.receiver.received).toHaveLength(1);
    expect(other.receiver.received).toHaveLength(0);
    expect(await deliveriesOf(other.token)).toEqual([]);
  });

  it('is tried again when the receiver failed, with the same id and the same bytes', async () => {
    const { receiver, token } = await subscribe('again');
    receiver.answerWith(500);
    await start('again');
    await receiver.waitFor(1);
    receiver.answerWith(204);
    const [first, second] = await receiver.waitFor(2);
    await cloud.drain();
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    const [delivery] = await deliveriesOf(token);
    expect(delivery).toMatchObject({ status: 'delivered', attempts: [{ status_code: 500 }, {}] });
  });

  it('waits as long as the receiver asks, then the minute wakes it', async () => {
    const { receiver } = await subscribe('later');
    receiver.answerWith(429, { 'retry-after': '3600' });
    await start('later');
    await cloud.drain();
    expect(receiver.received).toHaveLength(1);
    await cloud.invoke('schedule/due-timers', {});
    await cloud.drain();
    expect(receiver.received).toHaveLength(1);
    receiver.answerWith(204);
    expect(await rewindDue(cloud.endpoints, DELIVERY_QUEUE)).toBe(1);
    await cloud.drain();
    await cloud.invoke('schedule/due-timers', {});
    await receiver.waitFor(2);
    await cloud.drain();
    expect(receiver.received).toHaveLength(2);
  });

  it('ends at 410, and the admins are told by mail', async () => {
    const { receiver, token, endpoint_id } = await subscribe('gone');
    receiver.answerWith(410);
    await start('gone');
    await cloud.drain();
    const path = `GET /notifications/endpoints/${endpoint_id}`;
    expect((await cloud.request(path, { token })).body).toMatchObject({ status: 'disabled' });
    const told = (await cloud.mails()).filter(({ destination }) =>
      destination.to.includes('admin@gone.example'),
    );
    expect(told.map(({ subject }) => subject)).toEqual(['A notification endpoint was disabled']);
  });

  it('is found by housekeeping when its row was not marked, and still arrives once', async () => {
    const { receiver } = await subscribe('unmarked');
    cloud.faults.throttle({ function: 'event-relay', operation: 'UpdateItem', times: 100 });
    await start('unmarked');
    await cloud.drain();
    cloud.faults.clear();
    expect(await rewindDue(cloud.endpoints, OUTBOX_QUEUE)).toBeGreaterThan(0);
    await cloud.drain();
    await cloud.invoke('schedule/housekeeping', {});
    await cloud.drain();
    expect(receiver.received).toHaveLength(1);
    expect(await rewindDue(cloud.endpoints, OUTBOX_QUEUE)).toBe(0);
  });
});

describe('test and replay', () => {
  it('go through the bus like every other event', async () => {
    const { receiver, token, endpoint_id } = await subscribe('tested');
    const path = `POST /notifications/endpoints/${endpoint_id}/test`;
    const { body, status } = await cloud.request(path, { token });
    expect(status).toBe(202);
    await cloud.drain();
    expect(receiver.received).toHaveLength(1);
    const [{ delivery_id }] = body.deliveries;
    const replay = `POST /notifications/deliveries/${delivery_id}/replay`;
    expect((await cloud.request(replay, { token })).status).toBe(202);
    await cloud.drain();
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([delivery_id, delivery_id]);
  });
});
