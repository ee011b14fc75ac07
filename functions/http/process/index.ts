import { ruleProposer } from '#shared/conversation/rule-proposer/rule-proposer.ts';
import { answerQuestion } from '#shared/knowledge/answers/answer-question.ts';
import { connectSearch } from '#shared/knowledge/search/connect-search.s3.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);
const search = connectSearch(kit.table, env.BUCKET_NAME);

export const handler = createHandler({
  ...kit,
  directory: new PeopleDirectory(kit),
  ids: randomIds,
  policies: new SettingsStore(kit.table, kit.clock),
  proposer: ruleProposer,
  documents: { answer: (tenant, question) => answerQuestion(search, tenant, question) },
});
