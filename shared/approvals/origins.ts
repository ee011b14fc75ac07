import type { Changeset } from '#shared/changesets/changeset.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { DomainEvent } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';

/** What an outcome means to whatever the changeset came from, in the same transaction. */
export interface Effects {
  readonly writes: readonly Write[];
  readonly events: readonly DomainEvent[];
}

export const NO_EFFECTS: Effects = { writes: [], events: [] };

/** Port to the conversations and templates that changesets come from. */
export interface Origins {
  whenApplied(tenant: Tenant, changeset: Changeset): Effects;
  /** Asked for again once it was stale. @throws InvalidStateError where nobody waits for it any more */
  requireAwaited(tenant: Tenant, changeset: Changeset): Promise<void>;
  /** Rejected or expired: the manager can change what was asked for. */
  whenReturned(tenant: Tenant, changeset: Changeset, reason: string): Promise<Effects>;
}
