import { connectApprovals } from '#shared/conversation/connect-approvals.s3.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler(connectApprovals(readEnv(envSchema)));
