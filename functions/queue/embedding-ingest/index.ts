import { SQSClient } from '@aws-sdk/client-sqs';
import { connectEmbeddings } from '#shared/embeddings/connect-embeddings.openai.ts';
import { LOCAL_HASH_SPACE } from '#shared/embeddings/local-hash.ts';
import { connectDocuments } from '#shared/knowledge/documents/connect-documents.s3.ts';
import { WORK_SIZES } from '#shared/knowledge/documents/ingest-deps.ts';
import { SqsIngestQueue } from '#shared/knowledge/documents/ingest-queue.sqs.ts';
import { separateParsers } from '#shared/knowledge/parsing/separate-parsers.ts';
import { connectSearch } from '#shared/knowledge/search/connect-search.s3.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { connectVectors } from '#shared/vectors/databases/connect-vectors.pg.ts';
import { connectMerging } from '#shared/vectors/shelf/connect-merging.s3.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);
const { shelf } = connectSearch(kit.table, env.BUCKET_NAME);
const keys = connectSecret(env.PROVIDER_KEYS_ARN);
const vectors = connectVectors({
  ...kit,
  shelf,
  shelvedSpaces: [LOCAL_HASH_SPACE],
  stores: env.VECTOR_STORES,
  keys,
});
const settings = new SettingsStore(kit.table, kit.clock);
const embeddings = connectEmbeddings({
  ...kit,
  ids: randomIds,
  allowances: settings,
  keys,
  localSpace: env.LOCAL_SPACE,
});

export const handler = createHandler({
  ...kit,
  embeddings,
  vectors,
  ...connectDocuments(env.BUCKET_NAME),
  queue: new SqsIngestQueue(new SQSClient(), env.INGEST_QUEUE_URL),
  sizes: WORK_SIZES,
  parsers: separateParsers(),
  mergeWhenDue: connectMerging(kit, env.BUCKET_NAME),
  piiPolicy: async (tenant: Tenant) => (await settings.current(tenant)).settings.pii_policy,
  reviewRule: async (tenant: Tenant) => (await settings.current(tenant)).settings.knowledge_review,
});
