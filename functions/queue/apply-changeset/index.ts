import { connectChangeBodies } from '#shared/changesets/connect-change-bodies.s3.ts';
import { sessionOrigins } from '#shared/conversation/session-outcome.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { withInvocationTime } from '#shared/runtime/invocation-time.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);

export const handler = withInvocationTime(
  createHandler({
    ...kit,
    bodies: connectChangeBodies(env.BUCKET_NAME),
    origins: sessionOrigins(kit.table),
  }),
);
