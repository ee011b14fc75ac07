import { LOCAL_HASH_SPACE } from '#shared/embeddings/local-hash.ts';
import { CHANNELS } from '#shared/notifications/endpoint.ts';
import { EVERYTHING_ON } from '#shared/rollout/flag.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { backendsOf } from '#shared/vectors/databases/vector-stores.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);

export const handler = createHandler({
  ...kit,
  directory: new PeopleDirectory(kit),
  // Loaded when somebody asks for them: most calls only want to know whether we are there.
  apiDocument: async () =>
    (await import('#templates/api/openapi.json', { with: { type: 'json' } })).default,
  problemPages: async () =>
    (await import('#templates/api/problems.json', { with: { type: 'json' } })).default,
  flags: EVERYTHING_ON,
  capabilities: {
    language_models: [],
    embedding_spaces: [LOCAL_HASH_SPACE],
    vector_stores: backendsOf(env.VECTOR_STORES),
    notification_channels: [...CHANNELS],
  },
});
