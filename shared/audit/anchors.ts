import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Link } from './chain.ts';

/** What is kept of a chain outside of the table: its head at some time. Wire shape of the file. */
export interface Anchor extends Link {
  readonly tenant_id: string;
  /** When it was put there (ISO 8601). */
  readonly at: string;
}

/** Port to where heads are anchored: what is there is never changed or taken away. */
export interface Anchors {
  /** Does nothing where this very link is anchored already. */
  put(tenant: Tenant, anchor: Anchor): Promise<void>;
  /** Links that were anchored behind a sequence, in order; the first 1,000. */
  after(tenant: Tenant, sequence: number): Promise<readonly Link[]>;
}
