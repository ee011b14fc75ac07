import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { StaleChangesetError } from '#shared/changesets/errors.ts';
import {
  type Rebased,
  type Resolutions,
  rebaseChanges,
} from '#shared/changesets/rebase-changes.ts';
import type { Caller } from '#shared/http/caller.ts';
import { findStates } from '#shared/resources/resource-store.ts';
import { InvalidStateError, ValidationError } from '#shared/runtime/app-error.ts';
import { contentHash } from '#shared/store/audit-record.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import type { ApprovalDeps } from './deps.ts';
import { expireInstead, hasExpired } from './expire-changeset.ts';
import { newRevision } from './new-revision.ts';
import { byId, policyFor, requireFound, requireOpen } from './open-changeset.ts';
import { refOf } from './personal-decision.ts';
import { putRevision } from './put-revision.ts';

export interface RebaseChangeset {
  readonly changesetId: string;
  /** Whose value stands where both sides changed it. */
  readonly resolutions: Resolutions;
}

/** A roll-back takes back exactly what was applied, and that has changed since it was planned. */
const ASK_ANEW = 'A stale roll-back cannot be rebased; ask for a new one of the same changeset';

/** So many conflicts are shown to whoever has to resolve them. */
const MAX_SHOWN = 100;

/**
 * The same wishes on the configuration as it is now, as a new revision that needs approval again; a
 * stale changeset is open again with it. Who resolves a conflict puts values in, and is an editor.
 * @throws NotFoundError, AlreadyDecidedError, InvalidStateError, PolicyUnsatisfiableError,
 * StaleChangesetError with the conflicts that are not resolved
 */
export async function rebaseChangeset(
  deps: ApprovalDeps,
  caller: Caller,
  command: RebaseChangeset,
): Promise<Decision<Changeset>> {
  const { tenant } = caller;
  const found = await findRebasable(deps, caller, command.changesetId);
  const isStale = found.status === 'stale';
  const at = deps.clock.now();
  if (!isStale && hasExpired(found, at)) return expireInstead(deps, tenant, found, at);
  const changes = await mergedChanges(deps, caller, found, command.resolutions);
  if (!isStale && contentHash(changes) === contentHash(found.changes)) return justAnswer(found);
  const next = await newRevision(deps, tenant, found, {
    changes,
    settings: await policyFor(deps, tenant, found),
    kind: 'rebase',
    by: refOf(caller),
    byValue: Object.keys(command.resolutions).length > 0,
  });
  const open: Changeset = isStale ? { ...next, status: 'pending_approval' } : next;
  return {
    ...(await putRevision(deps, tenant, found, open)),
    reconsider: async (refusal) => {
      if (refusal instanceof ValidationError) throw refusal;
      return rebaseChangeset(deps, caller, command);
    },
  };
}

async function findRebasable(
  deps: ApprovalDeps,
  caller: Caller,
  changesetId: string,
): Promise<Changeset> {
  const shown = await requireFound(byId(deps, caller, changesetId));
  if (shown.rollback_of && shown.status === 'stale') throw new InvalidStateError(ASK_ANEW);
  if (shown.status === 'stale') await deps.origins.requireAwaited(caller.tenant, shown);
  else requireOpen(shown);
  return wholeChangeset(deps.bodies, caller.tenant, shown);
}

async function mergedChanges(
  { table }: ApprovalDeps,
  { tenant }: Caller,
  { id, changes }: Changeset,
  resolutions: Resolutions,
): Promise<Rebased['changes']> {
  const ids = changes.map(({ entity_id }) => entity_id);
  const states = await findStates(table, tenant, ids);
  const rebased = rebaseChanges(changes, states, resolutions);
  if (rebased.conflicts.length > 0)
    throw new StaleChangesetError(
      rebased.conflicts.map(({ entity_id }) => entity_id),
      { changeset_id: id, conflicts: rebased.conflicts.slice(0, MAX_SHOWN) },
    );
  if (rebased.changes.length === 0)
    throw new InvalidStateError('Everything it asks for is so already; there is nothing to decide');
  return rebased.changes;
}
