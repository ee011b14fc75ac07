import type { Tenant } from '#shared/runtime/tenant.ts';

/** Port to what is kept of document versions. Objects are written once or again with the same bytes. */
export interface VersionObjects {
  put(tenant: Tenant, key: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is no such object. */
  get(tenant: Tenant, key: string): Promise<Uint8Array | undefined>;
  /** All keys with a prefix, in their order. */
  keys(tenant: Tenant, prefix: string): Promise<readonly string[]>;
  delete(tenant: Tenant, key: string): Promise<void>;
}
