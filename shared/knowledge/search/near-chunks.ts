import type { VectorSpace } from '#shared/embeddings/embedding-service.ts';
import { type EmbeddingService, isEmbedded } from '#shared/embeddings/embedding-service.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SearchView } from '#shared/vectors/search-view.ts';
import type { ChunkMatch, Filter } from '#shared/vectors/vector-store.ts';

export interface NearRequest {
  readonly query: string;
  readonly limit: number;
  readonly filter: Filter;
}

export interface NearChunks {
  /** One per space that was asked, best first; scores of two spaces are never compared. */
  readonly rankings: readonly (readonly ChunkMatch[])[];
  /** Some chunk could not be compared in the space that is preferred. */
  readonly degraded: boolean;
}

/**
 * The chunks whose vectors are nearest to a query. The preferred space is asked first; where it
 * cannot be asked, or not all chunks are in it, the next one is, and the last is free and local.
 */
export async function findNear(
  embeddings: EmbeddingService,
  tenant: Tenant,
  view: SearchView,
  request: NearRequest,
): Promise<NearChunks> {
  const rankings: (readonly ChunkMatch[])[] = [];
  const spaces = await embeddings.spaces(tenant).catch(() => []);
  for (const [place, space] of spaces.entries()) {
    const { chunks, withVector } = view.coverage(space.spaceId, request.filter);
    const asked = withVector > 0 ? nearIn(space, embeddings, tenant, view, request) : undefined;
    const found = await asked?.catch(() => undefined);
    if (found) rankings.push(found);
    if (chunks === 0 || (found && withVector === chunks)) return { rankings, degraded: place > 0 };
  }
  return { rankings, degraded: view.chunkCount > 0 };
}

/** Undefined where no vector of the query could be had; rejects where those of the chunks cannot be reached. */
async function nearIn(
  { spaceId, noiseFloor }: VectorSpace,
  embeddings: EmbeddingService,
  tenant: Tenant,
  view: SearchView,
  { query, limit, filter }: NearRequest,
): Promise<readonly ChunkMatch[] | undefined> {
  const request = { spaceId, inputType: 'query', texts: [query] } as const;
  const [embedded] = await embeddings.embed(tenant, request);
  if (!embedded || !isEmbedded(embedded)) return undefined;
  const matches = await view.nearest({ spaceId, vector: embedded.embedding, limit, filter });
  return matches.filter(({ score }) => score > noiseFloor);
}
