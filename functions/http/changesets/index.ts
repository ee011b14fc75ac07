import { connectApprovals } from '#shared/conversation/connect-approvals.s3.ts';
import { Cursors } from '#shared/http/cursor.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);

export const handler = createHandler({
  ...connectApprovals(env),
  cursors: new Cursors(connectSecret(env.SIGNING_SECRET_ARN)),
});
