import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { LocalTable } from './dynamo-table.ts';
import type { ExpiredKeys } from './dynamo-ttl.ts';
import type { LocalIdentity } from './local-identity.ts';
import type { StreamRecord, WireStreamRecord } from './stream-record.ts';

export interface StreamOrigin {
  readonly identity: LocalIdentity;
  readonly table: LocalTable;
  readonly expiredKeys?: ExpiredKeys | undefined;
}

/** DynamoDB writes no record for an update that changed nothing; the engine does. */
export const changesNothing = ({ eventName, dynamodb }: WireStreamRecord): boolean =>
  eventName === 'MODIFY' && isDeepStrictEqual(dynamodb.OldImage, dynamodb.NewImage);

/** The virtual shard of a record: the same for every change under one partition key. */
export const shardOf = (record: WireStreamRecord, table: LocalTable, shards: number): number =>
  digest(JSON.stringify(record.dynamodb.Keys[table.partitionKey])).readUInt32BE() % shards;

/** The record as Lambda hands it over. */
export function functionRecord(
  wire: WireStreamRecord,
  { identity, table, expiredKeys }: StreamOrigin,
): StreamRecord {
  const { Keys, SequenceNumber } = wire.dynamodb;
  const expired = wire.eventName === 'REMOVE' && expiredKeys?.has(table.tableName, Keys);
  return {
    ...wire,
    // The engine counts from 1 in every table; the service's ids are unique and opaque.
    eventID: digest(`${table.streamArn}/${SequenceNumber}`).toString('hex').slice(0, 32),
    awsRegion: identity.region,
    eventSourceARN: table.streamArn ?? '',
    ...(expired && {
      userIdentity: { type: 'Service' as const, principalId: 'dynamodb.amazonaws.com' },
    }),
  };
}

/** The same text for the same item, in whatever order the engine spells its key. */
export const itemKey = ({ dynamodb }: WireStreamRecord): string =>
  JSON.stringify(Object.entries(dynamodb.Keys).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const digest = (text: string) => createHash('sha256').update(text).digest();
