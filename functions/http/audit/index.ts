import { connectAnchors } from '#shared/audit/connect-anchors.s3.ts';
import { Cursors } from '#shared/http/cursor.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);

export const handler = createHandler({
  ...kit,
  directory: new PeopleDirectory(kit),
  anchors: connectAnchors(env.ANCHOR_BUCKET_NAME),
  cursors: new Cursors(connectSecret(env.SIGNING_SECRET_ARN)),
});
