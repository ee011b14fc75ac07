import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { itemKey } from '#shared/store/keys.ts';

interface TablePlace {
  readonly dynamodb: string;
  readonly table: string;
  readonly region: string;
}

const LONG_AGO = '2000-01-01T00:00:00.000Z';

/** Leaves a document as a worker does that died long ago, and whose message was given up. */
export async function dieAtWork(place: TablePlace, tenant: string, id: string): Promise<void> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: place.dynamodb,
      region: place.region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );
  await client.send(
    new UpdateCommand({
      TableName: place.table,
      Key: itemKey(trustedTenant(tenant), { partition: 'KNOWLEDGE', sort: `DOCUMENT#${id}` }),
      UpdateExpression: 'SET #state = :state, lease_until = :then, updated_at = :then',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':state': 'embedding', ':then': LONG_AGO },
    }),
  );
  client.destroy();
}
