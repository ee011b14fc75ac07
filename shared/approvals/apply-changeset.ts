import { applyChanges, type Application as Steps } from '#shared/changesets/apply-changes.ts';
import type { Change } from '#shared/changesets/change.ts';
import { isWhole } from '#shared/changesets/change-bodies.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { markRolledBack, putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision, DomainEvent } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { policyUnchanged } from '#shared/tenants/settings-store.ts';
import { changesetApplied, templateDeployed } from './announce.ts';
import { fitsOneTransaction } from './apply-size.ts';
import { beginApplication } from './begin-application.ts';
import type { ApprovalDeps } from './deps.ts';

export interface Application {
  readonly changeset: Changeset;
  /** The policy it was decided by; the transaction holds only while that is the tenant's policy. */
  readonly settings: VersionedSettings;
  /** What led here, told before the application itself. */
  readonly events: readonly DomainEvent[];
}

/**
 * Everything that applying a decided changeset writes: configuration, state, origin, audit, events. What
 * does not fit one transaction is only begun in it, and goes on in the queue.
 */
export function applyChangeset(
  deps: Pick<ApprovalDeps, 'clock' | 'origins'>,
  caller: Caller,
  { changeset, settings, events }: Application,
): Omit<Decision<Changeset>, 'reconsider'> {
  if (!isWhole(changeset)) throw new TypeError(`The changes of ${changeset.id} are not at hand`);
  const at = deps.clock.now();
  const end = endOfApplication(deps, caller.tenant, changeset, at);
  const atOnce = {
    ...end,
    writes: [
      ...end.writes,
      policyUnchanged(settings),
      ...applyChanges(stepsOf(changeset, changeset.changes, at)),
    ],
    events: [...events, ...end.events],
  };
  if (fitsOneTransaction(atOnce)) return atOnce;
  const begin = beginApplication(caller, changeset, at);
  return {
    ...begin,
    writes: [...begin.writes, policyUnchanged(settings)],
    events: [...events, ...begin.events],
  };
}

/** What makes a changeset applied once its changes are there: state, origin, audit, events. */
export function endOfApplication(
  { origins }: Pick<ApprovalDeps, 'origins'>,
  tenant: Tenant,
  changeset: Changeset,
  at: Date,
): Omit<Decision<Changeset>, 'reconsider'> {
  const applied_at = at.toISOString();
  const applied: Changeset = {
    ...changeset,
    status: 'applied',
    applied_at,
    updated_at: applied_at,
  };
  const effects = origins.whenApplied(tenant, applied);
  return {
    writes: [putChangeset(applied), ...takenBackBy(applied), ...effects.writes],
    events: [changesetApplied(applied), ...templateDeployed(applied), ...effects.events],
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

function takenBackBy({ id, rollback_of, rollback }: Changeset): readonly Write[] {
  if (!rollback_of) return [];
  const { from, leaves } = rollback ?? { from: 'applied' as const, leaves: [] };
  const to = leaves.length > 0 ? 'partially_rolled_back' : 'rolled_back';
  return [markRolledBack(rollback_of, { by: id, from, to, left: leaves })];
}

/** Some of a changeset's changes, with who wanted them and who agreed. */
export const stepsOf = (changeset: Changeset, changes: readonly Change[], at: Date): Steps => ({
  changesetId: changeset.id,
  changes,
  at,
  requestedBy: changeset.requester,
  approvedBy: changeset.decisions
    .filter(({ decision, lapsed }) => decision === 'approve' && !lapsed)
    .map(({ approver }) => approver),
  editedBy: changeset.editors,
});
