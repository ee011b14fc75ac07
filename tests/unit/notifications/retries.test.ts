import { describe, expect, it } from 'vitest';
import { findEndpoint } from '#shared/notifications/endpoint-store.ts';
import { EgressRefusedError } from '#shared/notifications/errors.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import {
  acme,
  anEvent,
  answers,
  DeliveryWorld,
  type Receive,
} from '#tests/support/notifications/delivery-world.ts';

const DAY = 86_400;
const SCHEDULE = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
/** What waits longer than the queue can hold is woken by the minute. */
const TICK = 60;

async function afterAWeek(world: DeliveryWorld) {
  await world.addEndpoint();
  await world.notify(anEvent());
  await world.pass(7 * DAY);
  const [delivery] = await world.deliveries();
  const at = world.received.map(({ atMs }) => atMs / 1000);
  const waits = at.slice(1).map((seconds, index) => seconds - (at[index] ?? 0));
  return { delivery, waits };
}

describe('a delivery that keeps failing', () => {
  for (const random of [0, 0.5, 0.999]) {
    it(`is tried ten times on schedule, at most a tenth and a tick late (random ${random})`, async () => {
      const world = new DeliveryWorld({ receive: () => answers(500), random: () => random });
      const { delivery, waits } = await afterAWeek(world);
      expect(waits).toHaveLength(SCHEDULE.length);
      for (const [index, planned] of SCHEDULE.entries()) {
        expect(waits[index]).toBeGreaterThanOrEqual(planned);
        expect(waits[index]).toBeLessThanOrEqual(planned * 1.1 + (planned > 900 ? TICK : 1));
      }
      expect(delivery).toMatchObject({ status: 'dead', tries: 10 });
      expect(delivery?.attempts.map(({ status_code }) => status_code)).toEqual(Array(10).fill(500));
      expect(delivery?.attempts.at(-1)?.next_at).toBeNull();
    });
  }

  it('never asks the queue to wait longer than it can', async () => {
    const world = new DeliveryWorld({ receive: () => answers(503), random: () => 0.999 });
    await afterAWeek(world);
    expect(Math.max(...world.queue.delays)).toBeLessThanOrEqual(900);
  });

  it('sends the same id and the same bytes each time, newly signed', async () => {
    const world = new DeliveryWorld({ receive: () => answers(500) });
    await afterAWeek(world);
    const messages = world.received.map(({ message }) => message);
    expect(new Set(messages.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(messages.map(({ body }) => body)).size).toBe(1);
    expect(new Set(messages.map(({ headers }) => headers['webhook-signature'])).size).toBe(10);
  });

  it.each([
    ['a connection that broke', Object.assign(new Error(), { code: 'ECONNRESET' }), /ECONNRESET/],
    ['silence', new DOMException('', 'TimeoutError'), /no answer within/],
  ])('is tried again after %s', async (_what, error, said) => {
    const receive: Receive = (_message, nth) => {
      if (nth === 1) throw error;
      return answers(200);
    };
    const { delivery } = await afterAWeek(new DeliveryWorld({ receive }));
    expect(delivery).toMatchObject({ status: 'delivered', attempts: [{ error: said }, {}] });
  });

  it('is over at once where the guard refuses the address', async () => {
    const receive: Receive = () => {
      throw new EgressRefusedError('The host is not on the public internet');
    };
    const { delivery } = await afterAWeek(new DeliveryWorld({ receive }));
    expect(delivery).toMatchObject({ status: 'dead', attempts: [{ error: /^egress_refused/ }] });
  });

  it('stops at the first success', async () => {
    const world = new DeliveryWorld({ receive: (_m, nth) => answers(nth < 3 ? 500 : 200) });
    const { delivery, waits } = await afterAWeek(world);
    expect(waits).toHaveLength(2);
    expect(delivery).toMatchObject({ status: 'delivered' });
    expect(delivery?.attempts.at(-1)).toMatchObject({ status_code: 200, error: null });
  });
});

describe('what the receiver asks for', () => {
  it.each([
    ['seconds', '3600'],
    ['a date', 'Mon, 05 Jan 2026 01:00:00 GMT'],
  ])('Retry-After as %s is fully honoured', async (_form, header) => {
    const receive = (_m: unknown, nth: number) => (nth === 1 ? answers(429, header) : answers(200));
    const { waits } = await afterAWeek(new DeliveryWorld({ receive }));
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(3600);
    expect(waits[0]).toBeLessThanOrEqual(3600 + TICK);
  });

  it('a Retry-After that is shorter than the schedule does not hasten it', async () => {
    const receive = (_m: unknown, nth: number) => (nth < 3 ? answers(503, '1') : answers(200));
    const { waits } = await afterAWeek(new DeliveryWorld({ receive }));
    expect(waits).toEqual([5, 300]);
  });

  it('a Retry-After of more than five days ends it', async () => {
    const receive = () => answers(503, `${6 * DAY}`);
    const { delivery, waits } = await afterAWeek(new DeliveryWorld({ receive }));
    expect(waits).toEqual([]);
    expect(delivery?.status).toBe('dead');
  });

  it('410 ends it, disables the endpoint and says so once', async () => {
    const world = new DeliveryWorld({ receive: () => answers(410) });
    const { endpoint_id } = await world.addEndpoint();
    await world.notify(anEvent());
    await world.notify(anEvent({ id: '7b0c1f5e-64d2-4c0a-8f0a-0a3ce34b9f12' }));
    await world.pass(DAY);
    const endpoint = await findEndpoint(world.table, acme, endpoint_id);
    expect(endpoint).toMatchObject({ status: 'disabled', disabled_reason: /410/ });
    expect((await world.deliveries()).map(({ status }) => status)).toEqual(['dead', 'dead']);
    expect(world.received).toHaveLength(1);
    const told = world.table.waitingIn(OUTBOX_QUEUE).map(({ item }) => item['detail_type']);
    expect(told).toEqual(['endpoint.disabled.v1']);
  });
});
