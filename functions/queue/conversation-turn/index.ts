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
const kit = { ...connectCommit(env.TABLE_NAME), ids: randomIds };
const settings = new SettingsStore(kit.table, kit.clock);
const models = connectModels({
  ...kit,
  allowances: settings,
  keysArn: env.PROVIDER_KEYS_ARN,
});

export const handler = withInvocationTime(
  createHandler({
    ...kit,
    people: new PeopleDirectory(kit),
    policies: settings,
    proposer: models.proposer,
    secondOpinion: models.secondOpinion,
    documents: connectAnswers(kit.table, env.BUCKET_NAME),
  }),
);
