import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSEvent } from 'aws-lambda';

const client = new DynamoDBClient();

/** Counts each note's deliveries. A note that says `reject` fails alone, every time. */
export async function handler({ Records }: SQSEvent) {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { body, messageId } of Records) {
    const { text } = JSON.parse(body).detail;
    if (text === 'reject') batchItemFailures.push({ itemIdentifier: messageId });
    else await count(text);
  }
  return { batchItemFailures };
}

const count = (text: string) =>
  client.send(
    new UpdateItemCommand({
      TableName: process.env.TABLE_NAME,
      Key: { PK: { S: 'COUNT' }, SK: { S: text } },
      UpdateExpression: 'ADD delivered :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    }),
  );
