import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SourceObject } from './document.ts';

/** How a client sends a file. Wire shape. */
export interface UploadTarget {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Port to the files that documents are made of. */
export interface DocumentObjects {
  /** Undefined when there is no such object. */
  head(tenant: Tenant, key: string): Promise<SourceObject | undefined>;
  /** The bytes, as long as the object is still the one with this tag; undefined when it is not. */
  get(tenant: Tenant, key: string, etag: string): Promise<Uint8Array | undefined>;
  put(tenant: Tenant, key: string, bytes: Uint8Array): Promise<void>;
  delete(tenant: Tenant, key: string): Promise<void>;
  /** A link that lets its holder put this one object, with this content type, for a short time. */
  presignPut(tenant: Tenant, key: string, contentType: string): Promise<UploadTarget>;
}
