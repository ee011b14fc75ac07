import { connectChangeBodies } from '#shared/changesets/connect-change-bodies.s3.ts';
import { sessionOrigins } from '#shared/conversation/session-outcome.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);
const people = new PeopleDirectory(kit);

export const handler = createHandler({
  ...kit,
  ids: randomIds,
  directory: people,
  people,
  policies: new SettingsStore(kit.table, kit.clock),
  origins: sessionOrigins(kit.table),
  bodies: connectChangeBodies(env.BUCKET_NAME),
});
