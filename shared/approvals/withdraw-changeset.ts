import { type Changeset, revised } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Caller } from '#shared/http/caller.ts';
import { ForbiddenError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { ApprovalDeps } from './deps.ts';
import { byId, requireFound, requireOpen } from './open-changeset.ts';

/**
 * The requester takes back what was asked for, also once it is stale; a conversation that drafted it
 * goes on. Whoever is at it at the same time only makes it be looked at again.
 * @throws NotFoundError, ForbiddenError, AlreadyDecidedError
 */
export async function withdrawChangeset(
  deps: ApprovalDeps,
  caller: Caller,
  changesetId: string,
): Promise<Decision<Changeset>> {
  const changeset = await requireFound(byId(deps, caller, changesetId));
  if (changeset.requester.user_id !== caller.userId)
    throw new ForbiddenError('Only whoever asked for a changeset can withdraw it');
  if (changeset.status !== 'stale') requireOpen(changeset);
  const withdrawn = revised(changeset, { status: 'withdrawn' }, deps.clock.now());
  const effects = await deps.origins.whenReturned(caller.tenant, withdrawn, 'withdrawn');
  return {
    writes: [putChangeset(withdrawn), ...effects.writes],
    events: effects.events,
    audit: [
      { action: 'changeset.withdrawn', target: changesetId, before: changeset, after: withdrawn },
    ],
    response: withdrawn,
    reconsider: () => withdrawChangeset(deps, caller, changesetId),
  };
}
