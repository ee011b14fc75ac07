import { type Changeset, revised } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import { threeWayDiffOf } from '#shared/changesets/three-way.ts';
import { findStates } from '#shared/resources/resource-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision } from '#shared/store/decision.ts';
import { changesetStale } from './announce.ts';
import type { ApprovalDeps } from './deps.ts';

/**
 * What a changeset becomes when the configuration has moved on: `stale`, told to everybody, and an
 * error that shows for each conflict, field by field, what it was planned on, what is there now, and
 * what was wanted.
 */
export async function markStale<Response>(
  { table, clock }: Pick<ApprovalDeps, 'table' | 'clock'>,
  tenant: Tenant,
  changeset: Changeset,
  response: Response,
): Promise<Decision<Response>> {
  const { changes } = changeset;
  const current = await findStates(
    table,
    tenant,
    changes.map(({ entity_id }) => entity_id),
  );
  const conflicts = changes.flatMap((step, index) => {
    const now = current[index];
    if (!now || now.version === step.base_version) return [];
    return [threeWayDiffOf(step, now.data)];
  });
  const entityIds = conflicts.map(({ entity_id }) => entity_id);
  const stale = revised(changeset, { status: 'stale' }, clock.now());
  return {
    writes: [putChangeset(stale)],
    events: [changesetStale(stale, entityIds)],
    audit: [{ action: 'changeset.stale', target: stale.id, after: entityIds }],
    response,
    refusal: new StaleChangesetError(entityIds, {
      changeset_id: changeset.id,
      conflicts: conflicts.slice(0, MAX_SHOWN),
    }),
  };
}

/** So many conflicts are shown to whoever is refused. */
const MAX_SHOWN = 100;
