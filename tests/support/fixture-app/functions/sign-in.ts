import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { PostAuthenticationTriggerEvent } from 'aws-lambda';

const client = new DynamoDBClient();

/** Notes who signed in, and lets everybody in but `mallory`. */
export async function handler(event: PostAuthenticationTriggerEvent) {
  if (event.userName === 'mallory') throw new Error('mallory may not come in');
  const tenant = event.request.userAttributes['custom:tenant_id'] ?? '';
  const Item = { PK: { S: `PERSON#${tenant}` }, SK: { S: event.userName } };
  await client.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item }));
  return event;
}
