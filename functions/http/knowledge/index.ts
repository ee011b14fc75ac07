import { connectEmbeddings } from '#shared/embeddings/connect-embeddings.openai.ts';
import { LOCAL_HASH_SPACE } from '#shared/embeddings/local-hash.ts';
import { Cursors } from '#shared/http/cursor.ts';
import { connectAnswerWriter } from '#shared/knowledge/answers/connect-answer-writer.openai.ts';
import { notFoundSentence } from '#shared/knowledge/answers/not-found-sentence.ts';
import { connectDocuments } from '#shared/knowledge/documents/connect-documents.s3.ts';
import { connectSearch } from '#shared/knowledge/search/connect-search.s3.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { connectVectors } from '#shared/vectors/databases/connect-vectors.pg.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);
const settings = new SettingsStore(kit.table, kit.clock);
const search = connectSearch(kit.table, env.BUCKET_NAME);
const keys = connectSecret(env.PROVIDER_KEYS_ARN);
const vectors = connectVectors({
  ...kit,
  shelf: search.shelf,
  shelvedSpaces: [LOCAL_HASH_SPACE],
  stores: env.VECTOR_STORES,
  keys,
});
const embeddings = connectEmbeddings({
  ...kit,
  ids: randomIds,
  allowances: settings,
  keys,
  localSpace: env.LOCAL_SPACE,
});

export const handler = createHandler({
  ...kit,
  ...search,
  embeddings,
  shelf: vectors,
  vectors,
  ...connectDocuments(env.BUCKET_NAME),
  writer: connectAnswerWriter({ ...kit, ids: randomIds, allowances: settings, keys }),
  notFound: async (tenant, question) =>
    notFoundSentence(question, (await settings.current(tenant)).settings.language),
  ids: randomIds,
  directory: new PeopleDirectory(kit),
  cursors: new Cursors(connectSecret(env.SIGNING_SECRET_ARN)),
});
