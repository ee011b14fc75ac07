import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoPlatformTable } from './platform-table.dynamo.ts';
import type { PlatformTable } from './platform-table.ts';

/** The cross-tenant view of the table, with the function's own role. */
export const connectPlatformTable = (tableName: string): PlatformTable =>
  new DynamoPlatformTable(DynamoDBDocumentClient.from(new DynamoDBClient()), tableName);
