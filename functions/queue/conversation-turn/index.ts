import { connectTurns } from '#shared/conversation/connect-turns.openai.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { withInvocationTime } from '#shared/runtime/invocation-time.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const { models, ...turns } = connectTurns(readEnv(envSchema));
const { proposer, secondOpinion, asksModel } = models;

export const handler = withInvocationTime(
  createHandler({ ...turns, proposer, secondOpinion, asksModel }),
);
