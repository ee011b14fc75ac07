import type { Changeset } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Decision } from '#shared/store/decision.ts';
import { type ApplyTask, applicationAccepted, leaseFrom } from './apply-task.ts';
import { putTask } from './apply-task-store.ts';

/** The decision stands, the application has only begun: it goes on in the queue. */
export function beginApplication(
  caller: Caller,
  changeset: Changeset,
  at: Date,
): Omit<Decision<Changeset>, 'reconsider'> {
  const applying: Changeset = { ...changeset, status: 'applying', updated_at: at.toISOString() };
  const task = newTask(caller, changeset, at);
  return {
    writes: [putChangeset(applying), putTask(task)],
    events: [applicationAccepted(task)],
    audit: [
      {
        action: 'changeset.applying',
        target: changeset.id,
        before: changeset.status,
        after: { revision_hash: changeset.revision_hash, changes: task.total },
      },
    ],
    response: applying,
  };
}

const newTask = (caller: Caller, { id, revision, changes }: Changeset, at: Date): ApplyTask => ({
  changeset_id: id,
  revision,
  state: 'applying',
  done: 0,
  total: changes.length,
  token: 0,
  lease_until: leaseFrom(at),
  cause: null,
  left: [],
  on_behalf_of: {
    user_id: caller.userId,
    email: caller.email,
    correlation_id: caller.correlationId,
    source_ip: caller.sourceIp,
    roles: [...caller.roles],
  },
  accepted_at: at.toISOString(),
});
