import { connectChangeBodies } from '#shared/changesets/connect-change-bodies.s3.ts';
import { sessionOrigins } from '#shared/conversation/session-outcome.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);
const people = new PeopleDirectory(kit);
// What tokens are read with is loaded with the first link: most decisions come without one.
const links = onFirstUse(async () => {
  const { DecisionLinks } = await import('#shared/approvals/decision-link.ts');
  return new DecisionLinks(connectSecret(env.SIGNING_SECRET_ARN), kit.clock);
});

export const handler = createHandler({
  ...kit,
  directory: people,
  people,
  policies: new SettingsStore(kit.table, kit.clock),
  origins: sessionOrigins(kit.table),
  links: { open: async (token) => (await links()).open(token) },
  bodies: connectChangeBodies(env.BUCKET_NAME),
});
