import { readEnv } from '#shared/runtime/env.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler(connectCommit(readEnv(envSchema).TABLE_NAME));
