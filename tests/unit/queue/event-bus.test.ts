import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { EventBridgeBus } from '#shared/queue/event-bus.eventbridge.ts';
import {
  type Recorded,
  replayingHandler,
  testClient,
} from '#tests/support/aws/replaying-handler.ts';

const json = (value: unknown) => ({ body: JSON.stringify(value) });
const ids = (count: number) => Array.from({ length: count }, (_, n) => `id-${n}`);

const busWith = (...answers: readonly Recorded[]) => {
  const { sent, requestHandler } = replayingHandler(...answers);
  const client = new EventBridgeClient({ ...testClient, requestHandler });
  return { sent, bus: new EventBridgeBus(client, 'bus') };
};
const event = (id: string, text = '') => ({ id, name: 'x.happened.v1', detail: { id, text } });
const taken = (count: number) => json({ Entries: ids(count).map((EventId) => ({ EventId })) });

describe('the bus', () => {
  it('counts an entry as taken only when the service says so', async () => {
    const Entries = [{ EventId: 'e' }, { ErrorCode: 'ThrottlingException' }, { EventId: 'e' }];
    const { bus } = busWith(json({ FailedEntryCount: 1, Entries }));
    const published = await bus.publish(ids(3).map((id) => event(id)));
    expect([...published]).toEqual(['id-0', 'id-2']);
  });

  it('puts ten entries at a time, and fewer where they are large', async () => {
    const many = busWith(taken(10), taken(2));
    expect((await many.bus.publish(ids(12).map((id) => event(id)))).size).toBe(12);
    const large = busWith(taken(2), taken(1));
    const text = 'ü'.repeat(60_000);
    expect((await large.bus.publish(ids(3).map((id) => event(id, text)))).size).toBe(3);
  });

  it('loses nothing of one call when another fails', async () => {
    const { bus } = busWith(taken(10), { status: 500, body: '{}' });
    expect((await bus.publish(ids(12).map((id) => event(id)))).size).toBe(10);
  });
});
