import { connectAnswers } from '#shared/knowledge/answers/connect-answers.s3.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { connectModels } from './connect-models.openai.ts';

/** The part of a function's environment that turns need. */
export interface TurnsEnv {
  readonly TABLE_NAME: string;
  readonly BUCKET_NAME: string;
  readonly PROVIDER_KEYS_ARN: string;
}

/** Everything a turn is made with, on the real table, bucket and models. */
export function connectTurns(env: TurnsEnv) {
  const kit = { ...connectCommit(env.TABLE_NAME), ids: randomIds };
  const policies = new SettingsStore(kit.table, kit.clock);
  const keysArn = env.PROVIDER_KEYS_ARN;
  return {
    ...kit,
    policies,
    people: new PeopleDirectory(kit),
    documents: connectAnswers(kit.table, kit.clock, env.BUCKET_NAME),
    models: connectModels({ ...kit, allowances: policies, keysArn }),
  };
}
