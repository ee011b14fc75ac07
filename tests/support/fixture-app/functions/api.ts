import { randomUUID } from 'node:crypto';
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient();
const TableName = process.env.TABLE_NAME;

interface HttpEvent {
  readonly rawPath: string;
  readonly body?: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly requestContext: { readonly http: { readonly method: string } };
}

/** Echoes events, writes notes, and misbehaves on demand. */
export async function handler(event: HttpEvent) {
  const { method } = event.requestContext.http;
  const route = `${method} ${event.rawPath}`;
  if (route === 'POST /api/notes') return writeNote(JSON.parse(event.body ?? '{}').text);
  if (route === 'GET /api/notes') return readNotes();
  if (route === 'GET /api/broken') throw new Error('broken on demand');
  return event;
}

async function writeNote(text: string) {
  const id = randomUUID();
  const Item = {
    PK: { S: `NOTE#${id}` },
    SK: { S: 'NOTE' },
    text: { S: text },
    all: { S: 'NOTES' },
  };
  await client.send(new PutItemCommand({ TableName, Item }));
  process.stdout.write('note written\n');
  return {
    statusCode: 201,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id }),
  };
}

async function readNotes() {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'all',
      KeyConditionExpression: '#all = :all',
      ExpressionAttributeNames: { '#all': 'all' },
      ExpressionAttributeValues: { ':all': { S: 'NOTES' } },
    }),
  );
  return { notes: Items.map(({ text }) => text?.S) };
}
