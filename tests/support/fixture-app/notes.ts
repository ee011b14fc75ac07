import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LocalEndpoints } from '#infra/local/gateway/local-routes.ts';

const credentials = { accessKeyId: 'outside', secretAccessKey: 'outside' };

/** How often the fixture's worker was given a note. */
export async function deliveriesOf(endpoints: LocalEndpoints, text: string): Promise<number> {
  const { dynamodb: endpoint, region, table: TableName } = endpoints;
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const Key = { PK: { S: 'COUNT' }, SK: { S: text } };
  const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
  client.destroy();
  return Number(Item?.delivered?.N ?? 0);
}

/** The bodies of what lies in the fixture's dead-letter queue. */
export async function parkedMessages({ sqs, region }: LocalEndpoints): Promise<string[]> {
  const client = new SQSClient({ endpoint: sqs, region, credentials });
  const QueueUrl = `${sqs}/000000000000/fixture-parked`;
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
  );
  client.destroy();
  return Messages.map(({ Body = '' }) => Body);
}
