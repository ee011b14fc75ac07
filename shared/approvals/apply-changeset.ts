import { applyChanges } from '#shared/changesets/apply-changes.ts';
import { type Changeset, revised } from '#shared/changesets/changeset.ts';
import { markRolledBack, putChangeset } from '#shared/changesets/changeset-store.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import { findResources } from '#shared/resources/resource-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision, DomainEvent } from '#shared/store/decision.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { settingsUnchanged } from '#shared/tenants/settings-store.ts';
import { changesetApplied, changesetStale } from './announce.ts';
import type { ApprovalDeps } from './deps.ts';

export interface Application {
  readonly changeset: Changeset;
  /** The policy it was decided by; the transaction holds only while that is the tenant's policy. */
  readonly settings: VersionedSettings;
  /** What led here, told before the application itself. */
  readonly events: readonly DomainEvent[];
}

/** Everything that applying a decided changeset writes: configuration, state, origin, audit, events. */
export function applyChangeset(
  { clock, origins }: Pick<ApprovalDeps, 'clock' | 'origins'>,
  tenant: Tenant,
  { changeset, settings, events }: Application,
): Omit<Decision<Changeset>, 'reconsider'> {
  const at = clock.now();
  const applied: Changeset = {
    ...changeset,
    status: 'applied',
    applied_at: at.toISOString(),
    updated_at: at.toISOString(),
  };
  const effects = origins.whenApplied(tenant, applied);
  return {
    writes: [
      putChangeset(applied),
      settingsUnchanged(settings),
      ...applyChanges({ changesetId: applied.id, changes: applied.changes, at }),
      ...(applied.rollback_of ? [markRolledBack(applied.rollback_of, applied.id)] : []),
      ...effects.writes,
    ],
    events: [...events, changesetApplied(applied), ...effects.events],
    audit: [
      {
        action: applied.rollback_of ? 'changeset.rolled_back' : 'changeset.applied',
        target: applied.id,
        before: applied.changes.map(({ before }) => before),
        after: applied.changes.map(({ after }) => after),
      },
    ],
    response: applied,
  };
}

/**
 * What a changeset becomes when the configuration has moved on: `stale`, told to everybody, and an
 * error that shows for each conflict what it was planned on, what is there now, and what was wanted.
 */
export async function markStale<Response>(
  { table, clock }: Pick<ApprovalDeps, 'table' | 'clock'>,
  tenant: Tenant,
  changeset: Changeset,
  response: Response,
): Promise<Decision<Response>> {
  const { changes } = changeset;
  const current = await findResources(
    table,
    tenant,
    changes.map(({ entity_id }) => entity_id),
  );
  const conflicts = changes.flatMap((step, index) => {
    const now = current[index];
    if ((now?.version ?? 0) === step.base_version) return [];
    const { entity_id, before, after } = step;
    return [{ entity_id, base: before, current: now?.data ?? null, proposed: after }];
  });
  const entityIds = conflicts.map(({ entity_id }) => entity_id);
  const stale = revised(changeset, { status: 'stale' }, clock.now());
  return {
    writes: [putChangeset(stale)],
    events: [changesetStale(stale, entityIds)],
    audit: [{ action: 'changeset.stale', target: stale.id, after: entityIds }],
    response,
    refusal: new StaleChangesetError(entityIds, { changeset_id: changeset.id, conflicts }),
  };
}
