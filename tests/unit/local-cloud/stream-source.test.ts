import { describe, expect, it } from 'vitest';
import type { StreamRecord } from '#infra/local/engines/stream-record.ts';
import {
  createStreamHandler,
  type StreamSourceOptions,
} from '#infra/local/event-source-mappings/stream-source.ts';
import { createActivity } from '#infra/local/quiet/activity.ts';

const record = (number: number): StreamRecord => ({
  eventID: String(number),
  eventName: 'INSERT',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-central-1',
  eventSourceARN: 'arn:aws:dynamodb:eu-central-1:000000000000:table/t/stream/local',
  dynamodb: { Keys: {}, SequenceNumber: String(number) },
});

const numbers = (records: readonly StreamRecord[]) =>
  records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));

/** Runs ten records through a function that cannot bear some of them. */
async function run(
  poisoned: readonly number[],
  options: Partial<StreamSourceOptions>,
  answer?: (batch: readonly number[]) => object,
) {
  const calls: number[][] = [];
  const parked: number[][] = [];
  const handle = createStreamHandler({
    filter: () => true,
    batchSize: 10,
    reportsFailures: false,
    bisects: false,
    maxRetries: 1,
    maxAgeSeconds: -1,
    activity: createActivity(),
    stopping: new AbortController().signal,
    park: async (records) => void parked.push(numbers(records)),
    invoke: async ({ Records }) => {
      const batch = numbers(Records);
      calls.push(batch);
      if (answer) return { payload: JSON.stringify(answer(batch)) };
      const fails = batch.some((number) => poisoned.includes(number));
      return { payload: 'null', ...(fails && { functionError: 'Unhandled' }) };
    },
    ...options,
  });
  await handle(Array.from({ length: 10 }, (_, index) => record(index)));
  return { calls, parked };
}

describe('a stream mapping', () => {
  it('calls once when all is well', async () => {
    expect(await run([], {})).toEqual({ calls: [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]], parked: [] });
  });

  it('parks a batch whose retries are used up', async () => {
    const { calls, parked } = await run([3], { maxRetries: 2 });
    expect(calls).toHaveLength(3);
    expect(parked).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  });

  it('cuts a bad record out by halving, and parks it alone', async () => {
    const { calls, parked } = await run([3], { bisects: true });
    expect(parked).toEqual([[3]]);
    const handled = calls.filter((batch) => !batch.includes(3)).flat();
    expect(new Set(handled)).toEqual(new Set([0, 1, 2, 4, 5, 6, 7, 8, 9]));
  });

  it('goes on behind what a partial response has settled', async () => {
    const failures: number[] = [4];
    const answer = () => ({
      batchItemFailures: failures.splice(0).map((number) => ({ itemIdentifier: String(number) })),
    });
    const { calls, parked } = await run([], { reportsFailures: true }, answer);
    expect(calls.at(-1)).toEqual([4, 5, 6, 7, 8, 9]);
    expect(parked).toEqual([]);
  });

  it('shows a function only what the filter wants', async () => {
    const even = (item: unknown) => Number(Object(item).eventID) % 2 === 0;
    expect((await run([], { filter: even })).calls).toEqual([[0, 2, 4, 6, 8]]);
  });
});
