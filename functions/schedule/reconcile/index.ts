import { SQSClient } from '@aws-sdk/client-sqs';
import { SqsIngestQueue } from '#shared/knowledge/documents/ingest-queue.sqs.ts';
import { listStoredObjects } from '#shared/knowledge/reconcile/stored-objects.s3.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectTable } from '#shared/store/connect-table.dynamo.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);

export const handler = createHandler({
  table: connectTable(env.TABLE_NAME),
  clock: systemClock,
  objects: listStoredObjects(env.BUCKET_NAME),
  queue: new SqsIngestQueue(new SQSClient(), env.INGEST_QUEUE_URL),
  // The schedule and the function's timeout are in the catalogue.
  round: { everyMinutes: 15, mostTenants: 500, mostSeconds: 200 },
});
