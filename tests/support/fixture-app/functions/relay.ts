import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { DynamoDBStreamEvent } from 'aws-lambda';

const client = new EventBridgeClient();

/** Publishes each new note. A note that says `poison` always fails. */
export async function handler({ Records }: DynamoDBStreamEvent) {
  const texts = Records.map(({ dynamodb }) => dynamodb?.NewImage?.text?.S ?? '');
  if (texts.includes('poison')) throw new Error('poison');
  const Entries = texts.map((text) => ({
    EventBusName: process.env.BUS_NAME,
    Source: 'fixture',
    DetailType: 'note.written',
    Detail: JSON.stringify({ text }),
  }));
  await client.send(new PutEventsCommand({ Entries }));
  return { batchItemFailures: [] };
}
