import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import { type Changeset, UNDECIDED } from '#shared/changesets/changeset.ts';
import { listRevisions } from '#shared/changesets/past-revision.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { findApplyTask } from './apply-task-store.ts';
import { findConflicts, MAX_CONFLICTS } from './conflicts.ts';
import type { ApprovalDeps } from './deps.ts';
import { withLapsed } from './lapse-approvals.ts';
import { byId, requireFound } from './open-changeset.ts';
import { type ChangesetView, presentChangeset } from './present.ts';
import { presentProgress } from './present-application.ts';
import { presentDecisions } from './present-decisions.ts';
import { presentMissing } from './present-missing.ts';

/** Decisions about so many earlier revisions are shown with a changeset. */
const MAX_REVISIONS = 25;

type ReadDeps = Pick<ApprovalDeps, 'table' | 'people' | 'bodies'>;

/**
 * One changeset with everything that was decided about it, whether it counts or not, and with who is
 * missing for its quorum while it is open, or where the configuration has moved on. @throws NotFoundError
 */
export async function readChangeset(
  deps: ReadDeps,
  caller: Caller,
  changesetId: string,
): Promise<ChangesetView> {
  const shown = await requireFound(byId(deps, caller, changesetId));
  const changeset = await wholeChangeset(deps.bodies, caller.tenant, shown);
  const isOpen = UNDECIDED.includes(changeset.status);
  const [past, approvers, task, conflicts] = await Promise.all([
    pastOf(deps, caller.tenant, changeset),
    isOpen ? deps.people.approvers(caller.tenant) : [],
    taskOf(deps, caller.tenant, changeset),
    conflictsOf(deps, caller.tenant, changeset),
  ]);
  const now = isOpen ? withLapsed(changeset, approvers) : changeset;
  return {
    ...presentChangeset(now),
    decisions: presentDecisions(now, past),
    ...(task && { progress: presentProgress(task) }),
    ...(isOpen && presentMissing(now, approvers)),
    ...(conflicts && {
      conflicts: conflicts.slice(0, MAX_CONFLICTS),
      conflicts_total: conflicts.length,
    }),
  };
}

async function pastOf({ table }: ReadDeps, tenant: Tenant, { id, revision }: Changeset) {
  if (revision === 1) return [];
  return (await listRevisions(table, tenant, id, { limit: MAX_REVISIONS })).revisions;
}

async function conflictsOf({ table }: ReadDeps, tenant: Tenant, { status, changes }: Changeset) {
  return status === 'stale' ? findConflicts(table, tenant, changes) : undefined;
}

async function taskOf({ table }: ReadDeps, tenant: Tenant, { id, revision, status }: Changeset) {
  if (status !== 'applying') return undefined;
  return findApplyTask(table, tenant, { changeset_id: id, revision });
}
