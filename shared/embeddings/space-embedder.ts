import type { Tenant } from '#shared/runtime/tenant.ts';
import type { EmbeddingOutcome, EmbeddingRequest } from './embedding-service.ts';

export type InputType = EmbeddingRequest['inputType'];

/** Vectors of one space: what every layer of the service is, from the cache down to a provider. */
export interface SpaceEmbedder {
  /** One outcome per text, in order. */
  embed(
    tenant: Tenant,
    inputType: InputType,
    texts: readonly string[],
  ): Promise<readonly EmbeddingOutcome[]>;
}
