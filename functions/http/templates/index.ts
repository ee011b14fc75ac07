import { readEnv } from '#shared/runtime/env.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);

export const handler = createHandler({ ...kit, directory: new PeopleDirectory(kit) });
