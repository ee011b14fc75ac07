import { setTimeout as sleep } from 'node:timers/promises';
import type { SQSRecord } from 'aws-lambda';
import type { Activity } from '../activity.ts';
import type { DeliveryFaults } from '../engines/delivery-faults.ts';
import type { Outcome } from '../lambda/invocation.ts';
import { readBatchFailures } from './batch-failures.ts';
import type { RecordFilter } from './record-filter.ts';
import type { SourceQueue } from './source-queue.ts';

export interface QueueSourceOptions {
  readonly queue: SourceQueue;
  readonly batchSize: number;
  readonly windowMs: number;
  readonly maxConcurrency: number;
  readonly reportsFailures: boolean;
  readonly filter: RecordFilter;
  readonly faults: DeliveryFaults;
  readonly invoke: (event: { readonly Records: readonly SQSRecord[] }) => Promise<Outcome>;
  readonly activity: Activity;
  /** Seconds until a failed message comes again. @default the queue's visibility timeout, as on AWS */
  readonly retryAfterSeconds?: number;
}

export interface EventSource {
  readonly stop: () => Promise<void>;
}

/** An SQS event source mapping: long polls, calls the function with batches, deletes what succeeded. */
export function startQueueSource(options: QueueSourceOptions): EventSource {
  const stopping = new AbortController();
  const batches = new Set<Promise<void>>();

  async function poll(): Promise<void> {
    while (!stopping.signal.aborted) {
      const records = await collect(options, stopping.signal);
      if (records.length === 0) continue;
      const batch = options.activity.during(() => handleBatch(options, records));
      batches.add(batch);
      batch.finally(() => batches.delete(batch)).catch(() => {});
      if (batches.size >= options.maxConcurrency) await Promise.race(batches);
    }
  }

  const polling = poll();
  return {
    stop: async () => {
      stopping.abort();
      await Promise.allSettled([polling, ...batches]);
    },
  };
}

/** One batch: full, or what has come when the window closes. */
async function collect(
  { queue, batchSize, windowMs }: QueueSourceOptions,
  signal: AbortSignal,
): Promise<SQSRecord[]> {
  const records = await queue.receive(Math.min(batchSize, 10), signal);
  const closesAt = Date.now() + windowMs;
  while (records.length > 0 && records.length < batchSize && Date.now() < closesAt) {
    const window = AbortSignal.any([signal, AbortSignal.timeout(closesAt - Date.now())]);
    records.push(...(await queue.receive(Math.min(batchSize - records.length, 10), window)));
  }
  return records;
}

async function handleBatch(options: QueueSourceOptions, received: SQSRecord[]): Promise<void> {
  const { queue, filter, faults } = options;
  // A message that the filter does not want is gone, as on AWS.
  const [wanted, unwanted] = split(received, filter);
  await queue.remove(unwanted);
  const unique = new Map(wanted.map((record) => [record.messageId, record]));
  for (const records of inTurn(faults.unordered(wanted))) {
    const failed = await callWith(options, records);
    for (const record of failed) unique.delete(record.messageId);
  }
  const succeeded = [...unique.values()];
  await queue.remove(succeeded);
  const failed = wanted.filter(({ messageId }) => !unique.has(messageId));
  if (options.retryAfterSeconds === undefined || failed.length === 0) return;
  await sleep(0);
  await queue.release(failed, options.retryAfterSeconds);
}

/** Calls the function. @returns the records it did not handle */
async function callWith(
  { invoke, reportsFailures }: QueueSourceOptions,
  records: readonly SQSRecord[],
): Promise<readonly SQSRecord[]> {
  if (records.length === 0) return [];
  const outcome = await invoke({ Records: records });
  const ids = records.map(({ messageId }) => messageId);
  const failures = readBatchFailures(outcome, ids, reportsFailures);
  return failures === 'all' ? records : records.filter(({ messageId }) => failures.has(messageId));
}

/** A message that is delivered twice comes in a batch of its own the second time. */
function inTurn(records: readonly SQSRecord[]): SQSRecord[][] {
  const first: SQSRecord[] = [];
  const again: SQSRecord[] = [];
  const seen = new Set<string>();
  for (const record of records) {
    (seen.has(record.messageId) ? again : first).push(record);
    seen.add(record.messageId);
  }
  return [first, again];
}

function split(records: readonly SQSRecord[], filter: RecordFilter): [SQSRecord[], SQSRecord[]] {
  const wanted = records.filter((record) => filter({ ...record, body: jsonOrText(record.body) }));
  return [wanted, records.filter((record) => !wanted.includes(record))];
}

function jsonOrText(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
