import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { duePartition } from '#shared/store/keys.ts';

interface TablePlace {
  readonly dynamodb: string;
  readonly table: string;
  readonly region: string;
}

/** Makes everything in a due queue due, as if its time had come. Returns how much that was. */
export async function rewindDue(place: TablePlace, queue: string): Promise<number> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: place.dynamodb,
      region: place.region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );
  const { Items: items = [] } = await client.send(
    new QueryCommand({
      TableName: place.table,
      IndexName: 'due',
      KeyConditionExpression: 'due_pk = :queue',
      ExpressionAttributeValues: { ':queue': duePartition(queue) },
    }),
  );
  for (const { PK, SK } of items)
    await client.send(
      new UpdateCommand({
        TableName: place.table,
        Key: { PK, SK },
        UpdateExpression: 'SET due_sk = :past',
        ExpressionAttributeValues: { ':past': '2000-01-01T00:00:00.000Z' },
      }),
    );
  client.destroy();
  return items.length;
}
