import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { toQueueRecord } from './queue-record.ts';

/** The queue behind a mapping. */
export interface SourceQueue {
  /** Waits for messages; none when the signal is raised first. */
  readonly receive: (max: number, signal: AbortSignal) => Promise<SQSRecord[]>;
  readonly remove: (records: readonly SQSRecord[]) => Promise<void>;
  /** Shows the messages again after so many seconds. */
  readonly release: (records: readonly SQSRecord[], afterSeconds: number) => Promise<void>;
}

export interface SourceQueueOptions {
  readonly client: SQSClient;
  readonly url: string;
  readonly arn: string;
  readonly region: string;
}

export const createSourceQueue = ({
  client,
  url,
  arn,
  region,
}: SourceQueueOptions): SourceQueue => ({
  async receive(max, signal) {
    const command = new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: max,
      WaitTimeSeconds: 20,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    try {
      const { Messages = [] } = await client.send(command, { abortSignal: signal });
      return Messages.map((message) => toQueueRecord(message, arn, region));
    } catch {
      // The poll was aborted, or the queue is going away: neither is worth a word.
      if (!signal.aborted) await sleep(50);
      return [];
    }
  },
  async remove(records) {
    for (const batch of chunks(records)) {
      const Entries = batch.map(({ messageId, receiptHandle }) => ({
        Id: messageId,
        ReceiptHandle: receiptHandle,
      }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
    }
  },
  async release(records, afterSeconds) {
    for (const batch of chunks(records)) {
      const Entries = batch.map(({ messageId, receiptHandle }) => ({
        Id: messageId,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: afterSeconds,
      }));
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }));
    }
  },
});

const BATCH_LIMIT = 10;

const chunks = (records: readonly SQSRecord[]): SQSRecord[][] =>
  Array.from({ length: Math.ceil(records.length / BATCH_LIMIT) }, (_, index) =>
    records.slice(index * BATCH_LIMIT, (index + 1) * BATCH_LIMIT),
  );
