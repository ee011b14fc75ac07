import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { awsJsonCaller } from './aws-json.ts';
import { complain } from './complaint.ts';
import { type DeliveryFaults, noDeliveryFaults } from './delivery-faults.ts';
import { engineStreamArn } from './stream-arn.ts';
import { openStreamCheckpoint, type StreamCheckpoint } from './stream-checkpoint.ts';
import { createStreamLane, type StreamLane } from './stream-lane.ts';
import {
  changesNothing,
  functionRecord,
  itemKey,
  type StreamOrigin,
  shardOf,
} from './stream-placement.ts';
import { createStreamReader, type ShardBatch } from './stream-reader.ts';
import type { StreamRecord } from './stream-record.ts';

export interface FollowStreamOptions extends StreamOrigin {
  readonly endpoint: string;
  /** Names the checkpoint: each consumer has its own place in the stream. */
  readonly consumer: string;
  /** Called for one batch of a shard at a time; a rejection delivers the same batch again. */
  readonly onRecords: (records: readonly StreamRecord[], shard: number) => Promise<void>;
  /** Virtual shards by hash of the partition key: order holds within one only. @default 2 */
  readonly shards?: number;
  readonly batchSize?: number;
  /** Where the checkpoint survives a restart. */
  readonly dataFolder?: string;
  readonly faults?: DeliveryFaults;
  readonly retryDelayMs?: number;
}

export interface StreamFollower {
  /** What was written before this time (ms since 1970) is delivered; 0 until the first quiet read. */
  caughtUpTo(): number;
  /** Waits for the batches under way. What was not delivered comes again after the next start. */
  stop(): Promise<void>;
}

interface PlacedRecord {
  readonly source: string;
  readonly record: StreamRecord;
}

const BACKLOG_LIMIT = 5_000;
const POLL_MS = { busy: 10, idle: 40 } as const;
const PAUSE_PER_READ = 2;

/** Hands the changes of a table to a consumer, at least once, in order per partition key. */
export async function followStream(options: FollowStreamOptions): Promise<StreamFollower> {
  const call = awsJsonCaller(options.endpoint, 'DynamoDBStreams_20120810', options.identity.region);
  const arn = await engineStreamArn(call, options.table.tableName);
  const checkpoint = openStreamCheckpoint(arn, checkpointFile(options));
  const reader = createStreamReader(call, arn, { ...checkpoint.position });
  const lanes = Array.from({ length: options.shards ?? 2 }, (_, shard) =>
    createLane(options, checkpoint, shard),
  );
  const stopped = new AbortController();
  let caughtUpTo = 0;
  const reading = pollUntil(stopped.signal, async () => {
    if (lanes.some(({ backlog }) => backlog > BACKLOG_LIMIT)) return false;
    const began = Date.now();
    const batches = await reader.poll();
    for (const batch of batches) distribute(batch, options, checkpoint, lanes);
    if (batches.length === 0 && lanes.every(({ backlog }) => backlog === 0)) caughtUpTo = began;
    return batches.length > 0;
  });
  return {
    caughtUpTo: () => caughtUpTo,
    async stop() {
      stopped.abort();
      await Promise.all([reading, ...lanes.map((lane) => lane.stop())]);
    },
  };
}

const checkpointFile = ({ dataFolder, table, consumer }: FollowStreamOptions) =>
  dataFolder && join(dataFolder, 'streams', `${table.tableName}.${consumer}.json`);

function createLane(
  { onRecords, batchSize = 100, retryDelayMs = 1_000, ...options }: FollowStreamOptions,
  checkpoint: StreamCheckpoint,
  shard: number,
): StreamLane<PlacedRecord> {
  const faults = options.faults ?? noDeliveryFaults;
  return createStreamLane({
    batchSize,
    retryDelayMs,
    deliver: (batch) =>
      onRecords(
        faults.orderedByKey(batch, ({ record }) => itemKey(record)).map(({ record }) => record),
        shard,
      ),
    onDelivered: (batch) => {
      for (const [source, records] of Map.groupBy(batch, (placed) => placed.source)) {
        checkpoint.settle(source, records.map(sequenceOf));
      }
    },
  });
}

const sequenceOf = ({ record }: PlacedRecord) => record.dynamodb.SequenceNumber;

/** Polls faster while there is something to read. A failed read is repeated: the engine may restart. */
async function pollUntil(stopped: AbortSignal, poll: () => Promise<boolean>): Promise<void> {
  let pauseMs: number = POLL_MS.busy;
  while (!stopped.aborted) {
    const began = performance.now();
    const found = await poll().catch((error) => {
      if (!stopped.aborted) complain('a stream cannot be read', error);
      return false;
    });
    pauseMs = found ? POLL_MS.busy : Math.min(pauseMs * 1.5, POLL_MS.idle);
    // A read grows with the stream's history and blocks the engine: it gets a share of the time.
    const shareMs = (performance.now() - began) * PAUSE_PER_READ;
    await sleep(Math.max(pauseMs, shareMs), undefined, { signal: stopped }).catch(() => {});
  }
}

function distribute(
  { shardId, records }: ShardBatch,
  options: FollowStreamOptions,
  checkpoint: StreamCheckpoint,
  lanes: readonly StreamLane<PlacedRecord>[],
): void {
  for (const wire of records) {
    const sequence = wire.dynamodb.SequenceNumber;
    checkpoint.expect(shardId, sequence);
    const lane = lanes[shardOf(wire, options.table, lanes.length)];
    if (changesNothing(wire)) checkpoint.settle(shardId, [sequence]);
    else lane?.push({ source: shardId, record: functionRecord(wire, options) });
  }
}
