import { SQSClient } from '@aws-sdk/client-sqs';
import { SqsDeliveryQueue } from '#shared/notifications/delivery-queue.sqs.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectPlatformTable } from '#shared/store/connect-platform-table.dynamo.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);

export const handler = createHandler({
  table: connectPlatformTable(env.TABLE_NAME),
  queue: new SqsDeliveryQueue(new SQSClient(), env.DELIVER_QUEUE_URL),
  clock: systemClock,
});
