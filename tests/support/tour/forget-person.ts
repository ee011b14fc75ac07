import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LocalEndpoints } from '#infra/local/gateway/local-routes.ts';

/** Takes a person out of a tenant's directory, as if no sign-in had ever been heard of. */
export async function forgetPerson(
  { dynamodb: endpoint, region, table: TableName }: LocalEndpoints,
  tenant: string,
  user: string,
): Promise<void> {
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'operator' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const Key = { PK: { S: `TENANT#${tenant}#PEOPLE` }, SK: { S: user } };
  await client.send(new DeleteItemCommand({ TableName, Key }));
  client.destroy();
}
