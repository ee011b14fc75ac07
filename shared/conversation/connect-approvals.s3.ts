import { connectChangeBodies } from '#shared/changesets/connect-change-bodies.s3.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { sessionOrigins } from './session-outcome.ts';

/** The part of a function's environment that decisions need. */
export interface ApprovalsEnv {
  readonly TABLE_NAME: string;
  readonly BUCKET_NAME: string;
}

/** Everything that changesets are asked for, decided and applied with, on the real table and bucket. */
export function connectApprovals(env: ApprovalsEnv) {
  const kit = connectCommit(env.TABLE_NAME);
  const people = new PeopleDirectory(kit);
  return {
    ...kit,
    directory: people,
    people,
    policies: new SettingsStore(kit.table, kit.clock),
    origins: sessionOrigins(kit.table),
    bodies: connectChangeBodies(env.BUCKET_NAME),
  };
}
