import type { SQSRecord } from 'aws-lambda';
import type { Activity } from '../quiet/activity.ts';
import { handleQueueBatch, type QueueBatchOptions } from './queue-batch.ts';

export interface QueueSourceOptions extends QueueBatchOptions {
  readonly batchSize: number;
  /** How long a batch may wait to fill up. */
  readonly windowMs: number;
  readonly maxConcurrency: number;
  readonly activity: Activity;
}

export interface EventSource {
  readonly stop: () => Promise<void>;
}

/** An SQS event source mapping: long polls, and calls the function with one batch after the other. */
export function startQueueSource(options: QueueSourceOptions): EventSource {
  const stopping = new AbortController();
  const batches = new Set<Promise<void>>();

  function begin(records: readonly SQSRecord[]): void {
    const batch = options.activity
      .during(() => handleQueueBatch(options, records))
      // What could not be deleted comes again.
      .catch(() => {})
      .finally(() => batches.delete(batch));
    batches.add(batch);
  }

  async function poll(): Promise<void> {
    while (!stopping.signal.aborted) {
      const records = await collect(options, stopping.signal);
      if (records.length > 0) begin(records);
      if (batches.size >= options.maxConcurrency) await Promise.race(batches);
    }
  }

  const polling = poll();
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([polling, ...batches]);
    },
  };
}

// SQS gives no more at once.
const RECEIVE_LIMIT = 10;

/** One batch: full, or what has come when the window closes. */
async function collect(options: QueueSourceOptions, signal: AbortSignal): Promise<SQSRecord[]> {
  const { queue, batchSize, windowMs, activity } = options;
  const first = await queue.receive(Math.min(batchSize, RECEIVE_LIMIT), signal);
  if (first.length === 0 || windowMs === 0) return first;
  return activity.during(() => fillUp(options, first, signal));
}

async function fillUp(
  { queue, batchSize, windowMs }: QueueSourceOptions,
  records: SQSRecord[],
  signal: AbortSignal,
): Promise<SQSRecord[]> {
  const closesAt = Date.now() + windowMs;
  while (records.length < batchSize && Date.now() < closesAt && !signal.aborted) {
    const window = AbortSignal.any([signal, AbortSignal.timeout(closesAt - Date.now())]);
    const missing = Math.min(batchSize - records.length, RECEIVE_LIMIT);
    records.push(...(await queue.receive(missing, window)));
  }
  return records;
}
