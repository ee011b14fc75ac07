import type { Change } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import { type ThreeWayDiff, threeWayDiffOf } from '#shared/changesets/three-way.ts';
import { findStates } from '#shared/resources/resource-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';

/** So many conflicts are shown. */
export const MAX_CONFLICTS = 100;

/**
 * Where the configuration is no longer what changes were planned on: field by field what that was, what
 * is there now, and what was wanted.
 */
export async function findConflicts(
  table: Table,
  tenant: Tenant,
  changes: readonly Change[],
): Promise<readonly ThreeWayDiff[]> {
  const states = await findStates(
    table,
    tenant,
    changes.map(({ entity_id }) => entity_id),
  );
  return changes.flatMap((step, index) => {
    const now = states[index];
    return now && now.version !== step.base_version ? [threeWayDiffOf(step, now.data)] : [];
  });
}

/** Why nobody decides about a changeset until it is asked for on the configuration as it is. */
export const staleError = (
  { id, rollback_of }: Pick<Changeset, 'id' | 'rollback_of'>,
  conflicts: readonly ThreeWayDiff[],
): StaleChangesetError =>
  new StaleChangesetError(
    conflicts.map(({ entity_id }) => entity_id),
    {
      changeset_id: id,
      conflicts: conflicts.slice(0, MAX_CONFLICTS),
      hint: rollback_of
        ? 'Ask for a new roll-back of the same changeset'
        : `Rebase it first: POST /changesets/${id}/rebase`,
    },
  );
