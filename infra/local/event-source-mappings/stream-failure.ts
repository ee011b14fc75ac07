import { randomUUID } from 'node:crypto';
import type { StreamRecord } from '../engines/stream-record.ts';
import type { GivenUp } from './stream-source.ts';

/** What an on-failure destination gets: where in the stream the records are, never the records. */
export function streamFailure(
  records: readonly StreamRecord[],
  { attempts, condition }: GivenUp,
  source: { readonly functionArn: string; readonly streamArn: string; readonly shard: number },
): string {
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: source.functionArn,
      condition,
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId: `shardId-${String(source.shard).padStart(20, '0')}`,
      startSequenceNumber: records.at(0)?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(records.at(0)),
      approximateArrivalOfLastRecord: arrival(records.at(-1)),
      batchSize: records.length,
      streamArn: source.streamArn,
    },
  });
}

const arrival = (record: StreamRecord | undefined): string =>
  new Date(Number(record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
