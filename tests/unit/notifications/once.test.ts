import { describe, expect, it } from 'vitest';
import type { Send } from '#shared/notifications/channel.ts';
import type { DeliverDeps } from '#shared/notifications/deliver.ts';
import type { NotifyDeps } from '#shared/notifications/notify.ts';
import { CrashPoints } from '#tests/support/crash-points.ts';
import { anEvent, answers, DeliveryWorld } from '#tests/support/notifications/delivery-world.ts';

const HOUR = 3600;

describe('one delivery per event and receiver', () => {
  it('whatever is doubled: the event, the messages, both at once', async () => {
    const world = new DeliveryWorld();
    await world.addEndpoint();
    await Promise.all([1, 2, 3].map(() => world.notify(anEvent())));
    const doubled = world.queue.take();
    await world.queue.send([...doubled, ...doubled, ...doubled]);
    await world.pass(HOUR);
    await world.notify(anEvent());
    await world.pass(HOUR);
    expect(world.received).toHaveLength(1);
    expect(await world.deliveries()).toHaveLength(1);
  });

  it('a message of an earlier attempt that comes late does nothing', async () => {
    const world = new DeliveryWorld({ receive: (_m, nth) => answers(nth === 1 ? 500 : 200) });
    await world.addEndpoint();
    await world.notify(anEvent());
    const late = world.queue.take();
    await world.queue.send(late);
    await world.pass(1);
    await world.queue.send(late);
    await world.pass(1);
    expect(world.received).toHaveLength(1);
    await world.pass(HOUR);
    await world.queue.send(late);
    await world.pass(HOUR);
    expect(world.received).toHaveLength(2);
  });

  it('two copies of a message at the same moment', async () => {
    const world = new DeliveryWorld();
    await world.addEndpoint();
    await world.notify(anEvent());
    const [message] = world.queue.take();
    if (!message) throw new Error('No message');
    await Promise.all([1, 2, 3].map(() => world.deliver(message)));
    expect(world.received).toHaveLength(1);
  });

  it('an attempt that outlived its claim leaves the record to the one after it', async () => {
    const world = new DeliveryWorld();
    await world.addEndpoint();
    await world.notify(anEvent());
    const [message] = world.queue.take();
    if (!message) throw new Error('No message');
    const { senders } = world.deps;
    const stuck: Send = async (sending) => {
      await world.pass(3 * 60);
      return senders.webhook(sending);
    };
    await world.deliver(message, { ...world.deps, senders: { ...senders, webhook: stuck } });
    const [delivery] = await world.deliveries();
    expect(delivery?.attempts).toHaveLength(1);
    expect(world.received).toHaveLength(2);
    const ids = world.received.map(({ message: { headers } }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
  });

  it('a lost message only makes it late', async () => {
    const world = new DeliveryWorld();
    await world.addEndpoint();
    await world.notify(anEvent());
    world.queue.lose();
    await world.pass(3 * 60);
    expect(world.received).toHaveLength(1);
  });

  it('two endpoints and two people get one each', async () => {
    const world = new DeliveryWorld();
    await world.addEndpoint();
    await world.addEndpoint({ endpoint_id: '6f1d4f5e-8d29-4f0e-9a52-0f52d4a0c002' });
    await world.addEndpoint({
      endpoint_id: '6f1d4f5e-8d29-4f0e-9a52-0f52d4a0c003',
      channel: 'email',
      recipients: ['a@acme.example', 'b@acme.example'],
    });
    await world.notify(anEvent());
    await world.pass(1);
    expect(new Set(world.received.map(({ message }) => message.headers['webhook-id'])).size).toBe(
      2,
    );
    expect(world.mails.map(({ to }) => to).sort()).toEqual(['a@acme.example', 'b@acme.example']);
  });
});

/** Notifies with a crash at the n-th use of a port; the queue then brings the event again. */
async function withCrash(nth: number, when: 'before' | 'after') {
  const world = new DeliveryWorld();
  await world.addEndpoint();
  const crash = new CrashPoints(nth, when);
  const deps: NotifyDeps & DeliverDeps = {
    ...world.deps,
    table: crash.around(world.table, ['get', 'query', 'transact']),
    queue: crash.around(world.queue, ['send']),
    senders: {
      ...world.deps.senders,
      webhook: (sending) => crash.at('post', () => world.deps.senders.webhook(sending)),
    },
  };
  await world.notify(anEvent(), deps).catch(() => {
    crash.startAgain();
    return world.notify(anEvent(), deps);
  });
  await world.work(deps);
  await world.pass(HOUR);
  return { world, crash };
}

/** Between the receiver's 2xx and our record of it nobody can know; everywhere else it is once. */
const mayRepeat = (where: string): boolean =>
  where.startsWith('post after') || where.startsWith('transact before');

async function holdsAfterCrash(nth: number, when: 'before' | 'after'): Promise<boolean> {
  const { world, crash } = await withCrash(nth, when);
  const where = crash.description;
  const [delivery] = await world.deliveries();
  expect(delivery?.status, where).toBe('delivered');
  expect(world.received.length, where).toBeLessThanOrEqual(mayRepeat(where) ? 2 : 1);
  return crash.happened;
}

describe('a crash', () => {
  it.each(['before', 'after'] as const)(
    '%s any use of any port loses nothing and repeats only what was not yet on record',
    async (when) => {
      let nth = 1;
      while (await holdsAfterCrash(nth, when)) nth += 1;
      expect(nth).toBeGreaterThan(6);
    },
  );
});
