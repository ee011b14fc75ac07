import { Cursors } from '#shared/http/cursor.ts';
import { GuardedEgress } from '#shared/notifications/egress.ts';
import { parseAllowList } from '#shared/notifications/egress-policy.ts';
import { newSecret } from '#shared/notifications/signing-secret.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);

export const handler = createHandler({
  ...kit,
  ids: randomIds,
  directory: new PeopleDirectory(kit),
  egress: new GuardedEgress({ allowList: parseAllowList(env.EGRESS_ALLOW_CIDRS) }),
  newSecret,
  cursors: new Cursors(connectSecret(env.SIGNING_SECRET_ARN)),
});
