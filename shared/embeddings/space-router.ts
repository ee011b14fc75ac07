import type { Tenant } from '#shared/runtime/tenant.ts';
import type { EmbeddingProvider } from './embedding-provider.ts';
import type {
  EmbeddingOutcome,
  EmbeddingRequest,
  EmbeddingService,
  VectorSpace,
} from './embedding-service.ts';
import { freeEmbeddings } from './free-embeddings.ts';
import type { SpaceEmbedder } from './space-embedder.ts';

/** A space that paid or own servers serve. */
export interface ServedSpace {
  readonly space: VectorSpace;
  readonly embedder: SpaceEmbedder;
}

/**
 * The spaces of a deployment: each request goes to the one it names and to no other. Documents are
 * indexed in the first of the served ones and in the local one; what was indexed in another one earlier
 * can still be asked.
 */
export class SpaceRouter implements EmbeddingService {
  readonly #served: readonly ServedSpace[];
  readonly #local: EmbeddingProvider;

  constructor(served: readonly ServedSpace[], local: EmbeddingProvider) {
    this.#served = served;
    this.#local = local;
  }

  async spaces(): Promise<readonly VectorSpace[]> {
    return [...this.#served.slice(0, 1).map(({ space }) => space), this.#local];
  }

  embed(tenant: Tenant, request: EmbeddingRequest): Promise<readonly EmbeddingOutcome[]> {
    const served = this.#served.find(({ space }) => space.spaceId === request.spaceId);
    if (!served) return freeEmbeddings(this.#local).embed(tenant, request);
    const texts = request.texts.map((text) => text.normalize('NFC'));
    return served.embedder.embed(tenant, request.inputType, texts);
  }
}
