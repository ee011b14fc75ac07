import type { Tenant } from '#shared/runtime/tenant.ts';

/** An object of the bucket, as a listing shows it. */
export interface StoredObject {
  readonly key: string;
  readonly etag: string;
  /** ISO 8601, to the second. */
  readonly last_modified: string;
  readonly size: number;
}

/** What lies below a tenant's prefix: files, segments of the shelf, kept versions. */
export type Area = 'knowledge' | 'shelf' | 'versions';

/** Port to listings of the bucket, across tenants: for the reconciler alone. */
export interface StoredObjects {
  /** Every tenant that has an object, in the order of their ids. */
  tenants(): Promise<readonly Tenant[]>;
  /** All objects of an area, in the order of their keys. */
  list(tenant: Tenant, area: Area): Promise<readonly StoredObject[]>;
}
