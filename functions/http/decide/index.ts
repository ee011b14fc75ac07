import { connectApprovals } from '#shared/conversation/connect-approvals.s3.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const approvals = connectApprovals(env);
// What tokens are read with is loaded with the first link: most decisions come without one.
const links = onFirstUse(async () => {
  const { DecisionLinks } = await import('#shared/approvals/decision-link.ts');
  return new DecisionLinks(connectSecret(env.SIGNING_SECRET_ARN), approvals.clock);
});

export const handler = createHandler({
  ...approvals,
  links: { open: async (token) => (await links()).open(token) },
});
