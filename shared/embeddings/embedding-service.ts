import type { Tenant } from '#shared/runtime/tenant.ts';
import type { EmbeddingProvider } from './embedding-provider.ts';

/** Vectors of one space for texts of a tenant, and what they took. */
interface EmbeddedTexts {
  readonly space_id: string;
  readonly provider: string;
  readonly model: string;
  /** The cosine that unrelated texts of the space rarely exceed. */
  readonly noise_floor: number;
  /** In the order of the texts. */
  readonly vectors: readonly Float32Array[];
  readonly cost_microcents: number;
}

/**
 * Where texts become vectors. The tenant is named because it pays: a paid provider is asked only
 * through a budget, the free local one directly.
 */
export interface EmbeddingService {
  embed(tenant: Tenant, texts: readonly string[]): Promise<EmbeddedTexts>;
}

/** Texts that one call takes: within every provider's limits, and a pause for others in between. */
const BATCH_SIZE = 500;

/** The service over a provider that costs nothing. */
export const freeEmbeddings = (provider: EmbeddingProvider): EmbeddingService => ({
  embed: async (_tenant, texts) => {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += BATCH_SIZE)
      vectors.push(...(await provider.embed(texts.slice(at, at + BATCH_SIZE))));
    const { spaceId, name, model, noiseFloor } = provider;
    const origin = { space_id: spaceId, provider: name, model, noise_floor: noiseFloor };
    return { ...origin, vectors, cost_microcents: 0 };
  },
});
