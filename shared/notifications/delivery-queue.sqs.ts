import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { chunk } from '#shared/queue/chunk.ts';
import type { DeliveryQueue, WakeUp } from './delivery-queue.ts';

/** Limit of one SendMessageBatch call. */
const MAX_ENTRIES = 10;

export class SqsDeliveryQueue implements DeliveryQueue {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor(client: SQSClient, queueUrl: string) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  async send(wakeUps: readonly WakeUp[]): Promise<void> {
    const parts = chunk(wakeUps, () => 1, { items: MAX_ENTRIES, weight: MAX_ENTRIES });
    await Promise.all(parts.map((part) => this.#sendPart(part)));
  }

  /** A call as a whole can fail, and each of its entries by itself. */
  async #sendPart(wakeUps: readonly WakeUp[]): Promise<void> {
    const Entries = wakeUps.map(({ tenant, deliveryId, version, delaySeconds }, index) => ({
      Id: `${index}`,
      MessageBody: JSON.stringify({ tenant_id: tenant, delivery_id: deliveryId, version }),
      DelaySeconds: Math.ceil(delaySeconds),
    }));
    const command = new SendMessageBatchCommand({ QueueUrl: this.#queueUrl, Entries });
    const { Failed = [] } = await this.#client.send(command);
    if (Failed.length > 0) throw new Error(`Not queued: ${Failed[0]?.Code ?? 'unknown reason'}`);
  }
}
