import { connectAnchors } from '#shared/audit/connect-anchors.s3.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectPlatformTable } from '#shared/store/connect-platform-table.dynamo.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);

export const handler = createHandler({
  ...connectCommit(env.TABLE_NAME),
  waiting: connectPlatformTable(env.TABLE_NAME),
  anchors: connectAnchors(env.ANCHOR_BUCKET_NAME),
});
