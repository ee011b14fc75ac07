import { sessionCompletedV1 } from '#events/session-completed.v1.ts';
import { type Effects, NO_EFFECTS, type Origins } from '#shared/approvals/origins.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { resume } from './lifecycle.ts';
import { completeSession, findSession, putSession } from './session-store.ts';

/** What becomes of a conversation when its draft is decided. */
export const sessionOrigins = (table: Table): Origins => ({
  whenApplied,
  requireAwaited: (tenant, changeset) => requireAwaited(table, tenant, changeset),
  whenReturned: (tenant, changeset, reason) => whenReturned(table, tenant, changeset, reason),
});

/** Applied: the conversation that drafted it is completed. Taking it back later changes nothing of that. */
function whenApplied(_tenant: Tenant, { session_id, id, origin }: Changeset): Effects {
  if (!session_id || origin !== 'conversation') return NO_EFFECTS;
  const data = { session_id, changeset_id: id };
  return {
    writes: [completeSession(session_id)],
    events: [{ name: sessionCompletedV1.name, data }],
  };
}

/** A conversation may have ended, or drafted anew, since its draft was stale. */
async function requireAwaited(
  table: Table,
  tenant: Tenant,
  { session_id, origin, id }: Changeset,
): Promise<void> {
  if (!session_id || origin !== 'conversation') return;
  const session = await findSession(table, tenant, session_id);
  if (session?.state === 'awaiting_approval' && session.changeset_id === id) return;
  throw new InvalidStateError('The conversation no longer waits for this draft');
}

/** Rejected or expired: the conversation goes on, with the reason, so that its manager can change it. */
async function whenReturned(
  table: Table,
  tenant: Tenant,
  { session_id, origin, id }: Changeset,
  reason: string,
): Promise<Effects> {
  if (!session_id || origin !== 'conversation') return NO_EFFECTS;
  const session = await findSession(table, tenant, session_id);
  const waits = session?.state === 'awaiting_approval' && session.changeset_id === id;
  if (!waits) return NO_EFFECTS;
  return { writes: [putSession(resume(session, reason), session)], events: [] };
}
