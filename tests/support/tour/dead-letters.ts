import {
  DeleteMessageCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { QUEUE_NAMES } from '#infra/catalogue/queues.ts';
import type { Tour } from './tour.ts';

/** A message that nobody can read, in every queue: given up, looked at, and tried again by hand. */
export async function giveUpMessages({ cloud }: Tour): Promise<void> {
  const { sqs: endpoint, region } = cloud.endpoints;
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'operator' };
  const client = new SQSClient({ endpoint, region, credentials });
  const { QueueUrls: urls = [] } = await client.send(new ListQueuesCommand({}));
  for (const name of QUEUE_NAMES) {
    const [parked = '', queue = ''] = urls
      .filter((url) => url.includes(name.replaceAll('-', '')))
      .toSorted((left, right) => Number(isParked(right)) - Number(isParked(left)));
    await client.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: '{}' }));
    await cloud.drain();
    await redrive(client, parked, queue);
    await cloud.drain();
  }
  client.destroy();
}

const isParked = (url: string): boolean => url.includes('Parked');

async function redrive(client: SQSClient, parked: string, queue: string): Promise<void> {
  const receive = new ReceiveMessageCommand({ QueueUrl: parked, WaitTimeSeconds: 1 });
  const [message] = (await client.send(receive)).Messages ?? [];
  if (!message) throw new Error(`Nothing was parked in ${parked}`);
  const { Body: MessageBody, ReceiptHandle } = message;
  await client.send(new SendMessageCommand({ QueueUrl: queue, MessageBody }));
  await client.send(new DeleteMessageCommand({ QueueUrl: parked, ReceiptHandle }));
}
