import { type Changeset, revised } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision } from '#shared/store/decision.ts';
import { approvalExpired } from './announce.ts';
import type { ApprovalDeps } from './deps.ts';
import { AlreadyDecidedError } from './errors.ts';

/** When an open changeset takes no decisions any more (ISO 8601); undefined where it waits for ever. */
const expiryOf = ({ timers }: Pick<Changeset, 'timers'>): string | undefined =>
  timers.find(({ kind }) => kind === 'expire')?.at;

export function hasExpired(changeset: Pick<Changeset, 'timers'>, at: Date): boolean {
  const expiry = expiryOf(changeset);
  return expiry !== undefined && expiry <= at.toISOString();
}

/** The end of a changeset that nobody has decided about in time. */
export async function expireChangeset(
  { origins }: Pick<ApprovalDeps, 'origins'>,
  tenant: Tenant,
  before: Changeset,
  at: Date,
): Promise<Decision<Changeset>> {
  const reason = 'Nobody has decided in time';
  const after = revised(before, { status: 'expired', reason, timers: [] }, at);
  const effects = await origins.whenReturned(tenant, after, reason);
  return {
    writes: [putChangeset(after), ...effects.writes],
    events: [approvalExpired(after), ...effects.events],
    audit: [{ action: 'approval.expired', target: before.id, before, after }],
    response: after,
  };
}

/**
 * What becomes of whatever comes at the expiry or later: it does not count, and the changeset ends as
 * if the schedule had come by already.
 */
export async function expireInstead(
  deps: Pick<ApprovalDeps, 'origins'>,
  tenant: Tenant,
  before: Changeset,
  at: Date,
): Promise<Decision<Changeset>> {
  const expired_at = expiryOf(before) ?? null;
  const refusal = new AlreadyDecidedError(`The changeset expired at ${expired_at}`, { expired_at });
  return { ...(await expireChangeset(deps, tenant, before, at)), refusal };
}
