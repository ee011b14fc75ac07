import { SQSClient } from '@aws-sdk/client-sqs';
import { sessionOrigins } from '#shared/conversation/session-outcome.ts';
import { SqsDeliveryQueue } from '#shared/notifications/delivery-queue.sqs.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectPlatformTable } from '#shared/store/connect-platform-table.dynamo.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);
const waiting = connectPlatformTable(env.TABLE_NAME);

export const handler = createHandler({
  deliveries: {
    table: waiting,
    queue: new SqsDeliveryQueue(new SQSClient(), env.DELIVER_QUEUE_URL),
    clock: kit.clock,
  },
  turns: { ...kit, waiting },
  approvals: { ...kit, waiting, origins: sessionOrigins(kit.table) },
  applications: { ...kit, waiting },
});
