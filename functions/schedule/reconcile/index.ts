import { SQSClient } from '@aws-sdk/client-sqs';
import { connectEmbeddings } from '#shared/embeddings/connect-embeddings.openai.ts';
import { SqsIngestQueue } from '#shared/knowledge/documents/ingest-queue.sqs.ts';
import { connectStoredObjects } from '#shared/knowledge/reconcile/connect-stored-objects.s3.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { readProviderKeys } from '#shared/runtime/provider-keys.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { backendsOf } from '#shared/vectors/databases/vector-stores.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);
const keys = connectSecret(env.PROVIDER_KEYS_ARN);
const settings = new SettingsStore(kit.table, kit.clock);

/** Every database that may hold vectors of ours, with the clients that they need. */
const databases = onFirstUse(async () => {
  const names = backendsOf(env.VECTOR_STORES).filter((name) => name !== 'shelf');
  if (names.length === 0) return [];
  const { openDatabases } = await import('#shared/vectors/databases/open-databases.pg.ts');
  return openDatabases(names, await readProviderKeys(keys));
});

export const handler = createHandler({
  ...kit,
  objects: connectStoredObjects(env.BUCKET_NAME),
  queue: new SqsIngestQueue(new SQSClient(), env.INGEST_QUEUE_URL),
  databases,
  // It is only asked which spaces there are.
  embeddings: connectEmbeddings({
    ...kit,
    ids: randomIds,
    allowances: settings,
    keys,
    localSpace: env.LOCAL_SPACE,
  }),
  piiPolicy: async (tenant: Tenant) => (await settings.current(tenant)).settings.pii_policy,
  // The schedule and the function's timeout are in the catalogue.
  round: { everyMinutes: 15, mostTenants: 500, mostSeconds: 200 },
});
