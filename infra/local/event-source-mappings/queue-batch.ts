import type { SQSRecord } from 'aws-lambda';
import type { DeliveryFaults } from '../engines/delivery-faults.ts';
import type { Outcome } from '../lambda/invocation.ts';
import { readBatchFailures } from './batch-failures.ts';
import type { RecordFilter } from './record-filter.ts';
import type { SourceQueue } from './source-queue.ts';

export interface QueueBatchOptions {
  readonly queue: SourceQueue;
  readonly filter: RecordFilter;
  readonly faults: DeliveryFaults;
  readonly reportsFailures: boolean;
  readonly invoke: (event: { readonly Records: readonly SQSRecord[] }) => Promise<Outcome>;
  /** Seconds until a failed message comes again. @default the queue's visibility timeout, as on AWS */
  readonly retryAfterSeconds?: number;
}

/** Calls the function with a batch and deletes what it handled; the rest comes again by itself. */
export async function handleQueueBatch(
  options: QueueBatchOptions,
  received: readonly SQSRecord[],
): Promise<void> {
  const { queue, filter, faults, retryAfterSeconds } = options;
  const wanted = received.filter((record) => filter({ ...record, body: jsonOrText(record.body) }));
  const failedIds = new Set<string>();
  for (const records of inTurn(faults.unordered(wanted))) {
    for (const id of await failuresOf(options, records)) failedIds.add(id);
  }
  const isFailed = ({ messageId }: SQSRecord) => failedIds.has(messageId);
  // A message that the filter does not want is gone, as on AWS.
  await queue.remove(received.filter((record) => !isFailed(record)));
  if (retryAfterSeconds === undefined) return;
  await queue.release(received.filter(isFailed), retryAfterSeconds);
}

async function failuresOf(
  { invoke, reportsFailures }: QueueBatchOptions,
  records: readonly SQSRecord[],
): Promise<Iterable<string>> {
  if (records.length === 0) return [];
  const outcome = await invoke({ Records: records });
  const ids = records.map(({ messageId }) => messageId);
  const failures = readBatchFailures(outcome, ids, reportsFailures);
  return failures === 'all' ? ids : failures;
}

/** A message that is delivered twice comes in a batch of its own the second time. */
function inTurn(records: readonly SQSRecord[]): SQSRecord[][] {
  const seen = new Set<string>();
  const turns: [SQSRecord[], SQSRecord[]] = [[], []];
  for (const record of records) {
    turns[seen.has(record.messageId) ? 1 : 0].push(record);
    seen.add(record.messageId);
  }
  return turns;
}

function jsonOrText(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
