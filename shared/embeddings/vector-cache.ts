import type { Tenant } from '#shared/runtime/tenant.ts';
import type { EmbeddedText } from './embedding-service.ts';

/** What is kept of an embedded text. */
export type KnownVector = Pick<EmbeddedText, 'embedding' | 'provider' | 'model'>;

/** Port to vectors that were paid for lately, by key of text. */
export interface VectorCache {
  /** What is known of these keys; missing where nothing is, or no more. */
  read(tenant: Tenant, keys: readonly string[]): Promise<ReadonlyMap<string, KnownVector>>;
  write(tenant: Tenant, entries: ReadonlyMap<string, KnownVector>): Promise<void>;
}
