import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { StreamRecord } from '../engines/stream-record.ts';
import type { Outcome } from '../lambda/invocation.ts';
import type { Activity } from '../quiet/activity.ts';
import { readBatchFailures } from './batch-failures.ts';
import type { RecordFilter } from './record-filter.ts';

export interface StreamSourceOptions {
  readonly filter: RecordFilter;
  readonly batchSize: number;
  readonly reportsFailures: boolean;
  readonly bisects: boolean;
  /** −1: until the records are too old. */
  readonly maxRetries: number;
  /** −1: for ever. */
  readonly maxAgeSeconds: number;
  readonly invoke: (event: { readonly Records: readonly StreamRecord[] }) => Promise<Outcome>;
  /** Records given up, with how often they were tried. */
  readonly park: (records: readonly StreamRecord[], given: GivenUp) => Promise<void>;
  readonly activity: Activity;
  readonly stopping: AbortSignal;
}

export interface GivenUp {
  readonly attempts: number;
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
}

const RETRY_DELAY_MS = { first: 50, most: 2_000 } as const;

/**
 * The records of one shard through a function, in order: what fails is tried again, halved or
 * parked as the mapping says, and nothing behind it moves before.
 */
export const createStreamHandler =
  (options: StreamSourceOptions) =>
  (records: readonly StreamRecord[]): Promise<void> =>
    options.activity.during(async () => {
      const wanted = records.filter(options.filter);
      for (let start = 0; start < wanted.length; start += options.batchSize) {
        await deliver(options, wanted.slice(start, start + options.batchSize), 0);
      }
    });

async function deliver(
  options: StreamSourceOptions,
  batch: readonly StreamRecord[],
  attempts: number,
): Promise<void> {
  const expired = isExpired(batch, options.maxAgeSeconds);
  if (expired) return options.park(batch, { attempts, condition: 'RecordAgeExceeded' });
  const outcome = await options.invoke({ Records: batch });
  const failed = firstFailure(batch, outcome, options.reportsFailures);
  if (failed === undefined) return;
  const rest = batch.slice(failed);
  if (options.stopping.aborted) throw new Error('Stopped before the batch was handled');
  // Splitting does not count as a try, nor does a batch that moved forward.
  if (options.bisects && rest.length > 1) return bisect(options, rest, attempts);
  const tried = failed > 0 ? 1 : attempts + 1;
  if (options.maxRetries >= 0 && tried > options.maxRetries) {
    return options.park(rest, { attempts: tried, condition: 'RetryAttemptsExhausted' });
  }
  await sleep(Math.min(RETRY_DELAY_MS.first * 2 ** (tried - 1), RETRY_DELAY_MS.most));
  return deliver(options, rest, tried);
}

async function bisect(
  options: StreamSourceOptions,
  batch: readonly StreamRecord[],
  attempts: number,
): Promise<void> {
  const middle = Math.ceil(batch.length / 2);
  await deliver(options, batch.slice(0, middle), attempts);
  await deliver(options, batch.slice(middle), attempts);
}

/** Everything from the lowest sequence number that failed comes again. */
function firstFailure(
  batch: readonly StreamRecord[],
  outcome: Outcome,
  reportsFailures: boolean,
): number | undefined {
  const numbers = batch.map(({ dynamodb }) => dynamodb.SequenceNumber);
  const failures = readBatchFailures(outcome, numbers, reportsFailures);
  if (failures === 'all') return 0;
  const index = numbers.findIndex((number) => failures.has(number));
  return index < 0 ? undefined : index;
}

const createdAt = z.object({ ApproximateCreationDateTime: z.number() });

function isExpired([oldest]: readonly StreamRecord[], maxAgeSeconds: number): boolean {
  const created = createdAt.safeParse(oldest?.dynamodb);
  if (maxAgeSeconds < 0 || !created.success) return false;
  return Date.now() / 1000 - created.data.ApproximateCreationDateTime > maxAgeSeconds;
}
