import { LOCAL_HASH_SPACE } from '#shared/embeddings/local-hash.ts';
import { CHANNELS } from '#shared/notifications/endpoint.ts';
import { EVERYTHING_ON } from '#shared/rollout/flag.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import apiDocument from '#templates/api/openapi.json' with { type: 'json' };
import problemPages from '#templates/api/problems.json' with { type: 'json' };
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);

export const handler = createHandler({
  ...kit,
  directory: new PeopleDirectory(kit),
  apiDocument,
  problemPages,
  flags: EVERYTHING_ON,
  capabilities: {
    language_models: [],
    embedding_spaces: [LOCAL_HASH_SPACE],
    vector_stores: ['shelf'],
    notification_channels: [...CHANNELS],
  },
});
