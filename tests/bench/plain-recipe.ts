import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());

/** The handler of every tutorial: one read, no checks. What ours costs is held against it. */
export const handler = async ({ key }: { readonly key: { PK: string; SK: string } }) => {
  const get = new GetCommand({ TableName: process.env['TABLE_NAME'], Key: key });
  const { Item } = await client.send(get);
  return { statusCode: Item ? 200 : 404, body: JSON.stringify(Item) };
};
