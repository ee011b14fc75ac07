import type { Tenant } from '#shared/runtime/tenant.ts';

/** Port to the bytes of segments. They are written once and never changed. */
export interface SegmentObjects {
  put(tenant: Tenant, key: string, bytes: Uint8Array): Promise<void>;
  /** All of it, or its first bytes. Undefined when it has been discarded. */
  get(tenant: Tenant, key: string, firstBytes?: number): Promise<Uint8Array | undefined>;
  delete(tenant: Tenant, key: string): Promise<void>;
}

/** Segments of a document lie under its tenant's prefix; the content hash makes writing them repeatable. */
export const segmentKey = (
  tenant: Tenant,
  documentId: string,
  version: number,
  contentHash: string,
): string => `tenants/${tenant}/shelf/${documentId}/${version}-${contentHash.slice(0, 16)}.segment`;

/** Merged segments are no document's, so they lie apart. */
export const mergedKey = (tenant: Tenant, contentHash: string): string =>
  `tenants/${tenant}/shelf-merged/${contentHash.slice(0, 32)}.segment`;
