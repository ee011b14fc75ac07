import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { noDeliveryFaults } from '#infra/local/engines/delivery-faults.ts';
import {
  type QueueSourceOptions,
  startQueueSource,
} from '#infra/local/event-source-mappings/queue-source.ts';
import { createActivity } from '#infra/local/quiet/activity.ts';

const message = (id: string, body = '{}'): SQSRecord => ({
  messageId: id,
  receiptHandle: `handle-${id}`,
  body,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:work',
  awsRegion: 'eu-central-1',
});

const ids = (records: readonly SQSRecord[]) => records.map(({ messageId }) => messageId);

/** Runs a source over receives that were arranged, until they are used up. */
async function run(receives: SQSRecord[][], options: Partial<QueueSourceOptions> = {}) {
  const seen = { calls: [] as string[][], removed: [] as string[], released: [] as string[] };
  const empty = Promise.withResolvers<void>();
  const source = startQueueSource({
    queue: {
      receive: async (_max, signal) => {
        const next = receives.shift();
        if (next) return next;
        empty.resolve();
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        return [];
      },
      remove: async (records) => void seen.removed.push(...ids(records)),
      release: async (records) => void seen.released.push(...ids(records)),
    },
    batchSize: 10,
    windowMs: 0,
    maxConcurrency: 1,
    reportsFailures: true,
    filter: () => true,
    faults: noDeliveryFaults,
    activity: createActivity(),
    ...options,
    invoke: async (event) => {
      seen.calls.push(ids(event.Records));
      return options.invoke?.(event) ?? { payload: 'null' };
    },
  });
  await empty.promise;
  await source.stop();
  return seen;
}

describe('a queue mapping', () => {
  it('deletes what was handled', async () => {
    const seen = await run([[message('a'), message('b')]]);
    expect(seen).toEqual({ calls: [['a', 'b']], removed: ['a', 'b'], released: [] });
  });

  it('leaves what failed, and shows it again soon if asked to', async () => {
    const payload = '{"batchItemFailures":[{"itemIdentifier":"b"}]}';
    const options = { invoke: async () => ({ payload }), retryAfterSeconds: 0 };
    const seen = await run([[message('a'), message('b')]], options);
    expect(seen).toMatchObject({ removed: ['a'], released: ['b'] });
  });

  it('leaves the whole batch of a function that failed', async () => {
    const invoke = async () => ({ payload: '{}', functionError: 'Unhandled' }) as const;
    expect((await run([[message('a'), message('b')]], { invoke })).removed).toEqual([]);
  });

  it('drops what its filter does not want without showing it to the function', async () => {
    const filter = (record: unknown) => Object(record).body.wanted === true;
    const records = [message('a', '{"wanted":true}'), message('b', '{"wanted":false}')];
    expect(await run([records], { filter })).toMatchObject({ calls: [['a']], removed: ['a', 'b'] });
  });

  it('shows a message that is delivered twice in a second batch', async () => {
    const twice = {
      ...noDeliveryFaults,
      unordered: <T>(items: readonly T[]) => [...items, ...items],
    };
    const seen = await run([[message('a')]], { faults: twice });
    expect(seen).toMatchObject({ calls: [['a'], ['a']], removed: ['a'] });
  });

  it('waits for a batch to fill up while its window is open', async () => {
    const receives = [[message('a')], [message('b')], [message('c')]];
    const seen = await run(receives, { batchSize: 3, windowMs: 10_000 });
    expect(seen.calls).toEqual([['a', 'b', 'c']]);
  });

  it('has no more batches under way than allowed', async () => {
    let running = 0;
    let most = 0;
    const invoke = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      return { payload: 'null' };
    };
    const receives = Array.from({ length: 8 }, (_, index) => [message(`${index}`)]);
    await run(receives, { invoke, maxConcurrency: 2 });
    expect(most).toBe(2);
  });
});
