import { connectModels } from '#shared/conversation/connect-models.openai.ts';
import { connectAnswers } from '#shared/knowledge/answers/connect-answers.s3.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { withInvocationTime } from '#shared/runtime/invocation-time.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);

const people = new PeopleDirectory(kit);
const settings = new SettingsStore(kit.table, kit.clock);
const shared = { ...kit, ids: randomIds };
const models = connectModels({
  ...shared,
  allowances: settings,
  keysArn: env.PROVIDER_KEYS_ARN,
});

export const handler = withInvocationTime(
  createHandler({
    ...shared,
    directory: people,
    people,
    policies: settings,
    proposer: models.proposer,
    draftsInQueue: models.draftsInQueue,
    documents: connectAnswers(kit.table, env.BUCKET_NAME),
  }),
);
