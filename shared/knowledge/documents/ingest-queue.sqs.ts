import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { chunk } from '#shared/queue/chunk.ts';
import type { IngestMessage, IngestQueue } from './ingest-queue.ts';

/** Limit of one SendMessageBatch call. */
const MAX_ENTRIES = 10;

export class SqsIngestQueue implements IngestQueue {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor(client: SQSClient, queueUrl: string) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  async send(messages: readonly IngestMessage[]): Promise<void> {
    const parts = chunk(messages, () => 1, { items: MAX_ENTRIES, weight: MAX_ENTRIES });
    for (const part of parts) await this.#sendPart(part);
  }

  /** A call as a whole can fail, and each of its entries by itself. */
  async #sendPart(messages: readonly IngestMessage[]): Promise<void> {
    const Entries = messages.map((message, index) => ({
      Id: `${index}`,
      MessageBody: JSON.stringify(message),
    }));
    const command = new SendMessageBatchCommand({ QueueUrl: this.#queueUrl, Entries });
    const { Failed = [] } = await this.#client.send(command);
    if (Failed.length > 0) throw new Error(`Not queued: ${Failed[0]?.Code ?? 'unknown reason'}`);
  }
}
