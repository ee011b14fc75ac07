import type { Tenant } from '#shared/runtime/tenant.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { WantedIndex } from './next-step.ts';

export interface WantedIndexDeps extends Pick<IngestDeps, 'piiPolicy'> {
  readonly embeddings: Pick<IngestDeps['embeddings'], 'spaces'>;
}

/** How a tenant's documents should be indexed by now. */
export async function wantedIndex(
  { embeddings, piiPolicy }: WantedIndexDeps,
  tenant: Tenant,
): Promise<WantedIndex> {
  const spaces = await embeddings.spaces(tenant);
  return { spaces: spaces.map(({ spaceId }) => spaceId), piiPolicy: await piiPolicy(tenant) };
}
