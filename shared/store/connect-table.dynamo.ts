import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemClock } from '#shared/runtime/clock.ts';
import { pause } from '#shared/runtime/pause.ts';
import type { CommitDeps } from './commit.ts';
import { DynamoTable } from './table.dynamo.ts';

/** The one place where a tenant's client of the table is made. */
export function connectTable(tableName: string): DynamoTable {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return new DynamoTable(() => client, tableName);
}

/** What every use case that commits needs, on the real table and in real time. */
export const connectCommit = (tableName: string): CommitDeps => ({
  table: connectTable(tableName),
  clock: systemClock,
  pause,
});
