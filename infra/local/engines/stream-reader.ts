import * as z from 'zod';
import { type AwsJsonCall, AwsJsonError } from './aws-json.ts';
import { streamRecord, type WireStreamRecord } from './stream-record.ts';

export interface ShardBatch {
  readonly shardId: string;
  readonly records: readonly WireStreamRecord[];
}

/** Last sequence number already handed on, by shard. */
export type StreamPosition = Readonly<Record<string, string>>;

export interface StreamReader {
  /** One read of every open shard, in the order of the shards. */
  poll(): Promise<readonly ShardBatch[]>;
}

/** Reads all shards of a stream from a position; a child shard only after its parent is read out. */
export function createStreamReader(
  call: AwsJsonCall,
  streamArn: string,
  position: StreamPosition,
): StreamReader {
  const iterators = new Map<string, string>();
  const finished = new Set<string>();
  const openShards = async () => {
    for (const shard of await describeShards(call, streamArn)) {
      const ready = !shard.ParentShardId || finished.has(shard.ParentShardId) || !shard.parentKnown;
      if (!ready || finished.has(shard.ShardId) || iterators.has(shard.ShardId)) continue;
      const from = position[shard.ShardId];
      iterators.set(shard.ShardId, await openIterator(call, streamArn, shard.ShardId, from));
    }
  };
  const read = async (shardId: string, iterator: string): Promise<ShardBatch> => {
    const answer = getRecordsAnswer.parse(await call('GetRecords', { ShardIterator: iterator }));
    if (answer.NextShardIterator) iterators.set(shardId, answer.NextShardIterator);
    else close(shardId);
    return { shardId, records: answer.Records };
  };
  const close = (shardId: string) => {
    iterators.delete(shardId);
    finished.add(shardId);
  };
  return {
    async poll() {
      if (iterators.size === 0) await openShards();
      const batches: ShardBatch[] = [];
      for (const [shardId, iterator] of [...iterators]) batches.push(await read(shardId, iterator));
      return batches.filter(({ records }) => records.length > 0);
    },
  };
}

async function describeShards(call: AwsJsonCall, streamArn: string) {
  const answer = describeAnswer.parse(await call('DescribeStream', { StreamArn: streamArn }));
  const shards = answer.StreamDescription.Shards;
  const known = new Set(shards.map(({ ShardId }) => ShardId));
  return shards.map((shard) => ({ ...shard, parentKnown: known.has(shard.ParentShardId ?? '') }));
}

async function openIterator(
  call: AwsJsonCall,
  streamArn: string,
  shardId: string,
  after: string | undefined,
): Promise<string> {
  const open = async (start: object) => {
    const input = { StreamArn: streamArn, ShardId: shardId, ...start };
    return iteratorAnswer.parse(await call('GetShardIterator', input)).ShardIterator;
  };
  const oldest = { ShardIteratorType: 'TRIM_HORIZON' };
  if (!after) return open(oldest);
  try {
    return await open({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after });
  } catch (error) {
    // The records behind the checkpoint were trimmed: what is left is all newer.
    if (error instanceof AwsJsonError && error.code === 'TrimmedDataAccessException') {
      return open(oldest);
    }
    throw error;
  }
}

const describeAnswer = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.string().optional() })),
  }),
});
const iteratorAnswer = z.object({ ShardIterator: z.string() });
const getRecordsAnswer = z.object({
  Records: z.array(streamRecord),
  NextShardIterator: z.string().nullish(),
});
