import { createFauxqs, type QueueStore } from './fauxqs-stores.ts';
import { type LocalIdentity, localArn } from './local-identity.ts';
import { readQueueProperties } from './queue-properties.ts';

export interface QueuesOptions {
  readonly identity: LocalIdentity;
  readonly dataFolder?: string;
}

interface QueueDepth {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

export interface LocalQueues {
  readonly endpoint: string;
  /**
   * Makes the queue of a template, or gives a stored one the template's attributes.
   * @param properties of AWS::SQS::Queue, intrinsics resolved
   */
  createQueue(queueName: string, properties: unknown): LocalQueue;
  queueUrl(queueName: string): string;
  /** Enqueues without a request, as a service of the same account does. @throws Error: no such queue */
  send(queueArn: string, body: string, options?: SendOptions): void;
  /** What lies in a queue now, for those who wait until all is quiet. */
  depth(queueName: string): QueueDepth;
  stop(): Promise<void>;
}

interface SendOptions {
  /** Message attributes, all of them text. */
  readonly attributes?: Readonly<Record<string, string>>;
}

interface LocalQueue {
  readonly queueName: string;
  readonly queueArn: string;
  readonly queueUrl: string;
}

/** SQS on a free loopback port; queue URLs carry its address, which every client can resolve. */
export async function startQueues({ identity, dataFolder }: QueuesOptions): Promise<LocalQueues> {
  const fauxqs = await createFauxqs(identity.region, dataFolder);
  const store = fauxqs.stores.sqsStore;
  const endpoint = await fauxqs.listen();
  const queueUrl = (queueName: string) => `${endpoint}/${identity.accountId}/${queueName}`;
  // Stored queues still carry the port of the last run.
  for (const queue of store.allQueues()) Object.assign(queue, { url: queueUrl(queue.name) });
  return {
    endpoint,
    queueUrl,
    createQueue(queueName, properties) {
      const attributes = readQueueProperties(properties);
      const queueArn = localArn(identity, 'sqs', queueName);
      const stored = store.getQueueByArn(queueArn);
      if (stored) stored.setAttributes({ RedrivePolicy: '', ...attributes });
      else store.createQueue(queueName, queueUrl(queueName), queueArn, attributes);
      return { queueName, queueArn, queueUrl: queueUrl(queueName) };
    },
    send(queueArn, body, { attributes = {} } = {}) {
      const queue = store.getQueueByArn(queueArn);
      if (!queue) throw new Error(`There is no queue ${queueArn}.`);
      const message = fauxqs.createMessage(body, textAttributes(attributes));
      const delaySeconds = Number(queue.attributes.DelaySeconds ?? 0);
      if (delaySeconds > 0) message.delayUntil = Date.now() + delaySeconds * 1000;
      queue.enqueue(message);
    },
    depth: (queueName) => depthOf(store, localArn(identity, 'sqs', queueName)),
    stop: fauxqs.stop,
  };
}

const textAttributes = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, text]) => [
      name,
      { DataType: 'String' as const, StringValue: text },
    ]),
  );

function depthOf(store: QueueStore, queueArn: string): QueueDepth {
  const queue = store.getQueueByArn(queueArn);
  if (!queue) throw new Error(`There is no queue ${queueArn}.`);
  // Moves messages whose visibility timeout or delay is over, which otherwise waits for a receive.
  queue.processTimers();
  return {
    visible: Number(queue.getAttribute('ApproximateNumberOfMessages')),
    inFlight: Number(queue.getAttribute('ApproximateNumberOfMessagesNotVisible')),
    delayed: Number(queue.getAttribute('ApproximateNumberOfMessagesDelayed')),
  };
}
