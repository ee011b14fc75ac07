import type { Tenant } from '#shared/runtime/tenant.ts';
import type {
  EmbeddingOutcome,
  EmbeddingRequest,
  EmbeddingService,
  VectorSpace,
} from './embedding-service.ts';
import type { SpaceEmbedder } from './space-embedder.ts';

/** A space that paid or own servers serve. */
export interface ServedSpace {
  readonly space: VectorSpace;
  readonly embedder: SpaceEmbedder;
}

/**
 * The spaces of a deployment: each request goes to the one it names and to no other. Documents are
 * indexed in the first of the served ones and in the last of the local ones, which is always there; what
 * was indexed in another one earlier can still be asked.
 */
export class SpaceRouter implements EmbeddingService {
  readonly #served: readonly ServedSpace[];
  readonly #local: EmbeddingService;

  constructor(served: readonly ServedSpace[], local: EmbeddingService) {
    this.#served = served;
    this.#local = local;
  }

  async spaces(tenant: Tenant): Promise<readonly VectorSpace[]> {
    const local = await this.#local.spaces(tenant);
    const [preferred] = this.#served;
    return preferred ? [preferred.space, ...local.slice(-1)] : local;
  }

  embed(tenant: Tenant, request: EmbeddingRequest): Promise<readonly EmbeddingOutcome[]> {
    const served = this.#served.find(({ space }) => space.spaceId === request.spaceId);
    if (!served) return this.#local.embed(tenant, request);
    const texts = request.texts.map((text) => text.normalize('NFC'));
    return served.embedder.embed(tenant, request.inputType, texts);
  }
}
