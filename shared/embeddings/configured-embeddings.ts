import type { ProviderKeys } from '#shared/runtime/provider-keys.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { EmbeddingRequest, EmbeddingService } from './embedding-service.ts';

export interface ConfiguredEmbeddingsDeps {
  /** What the secret with the providers' keys holds now. */
  readonly keys: () => Promise<ProviderKeys>;
  /** Everything that only configured servers need: loaded with the first key. */
  readonly connect: (keys: ProviderKeys) => Promise<EmbeddingService>;
  readonly local: EmbeddingService;
  /** Hears why there is nothing but the local space. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The service over the servers of the keys in the secret, else over local spaces alone. New keys make a
 * new one; where they cannot be read, texts are embedded locally all the same.
 */
export function configuredEmbeddings(deps: ConfiguredEmbeddingsDeps): EmbeddingService {
  const current = followKeys(deps);
  return {
    spaces: async (tenant: Tenant) => (await current()).spaces(tenant),
    embed: async (tenant: Tenant, request: EmbeddingRequest) => {
      const own = await deps.local.spaces(tenant);
      const isLocal = own.some(({ spaceId }) => spaceId === request.spaceId);
      return (isLocal ? deps.local : await current()).embed(tenant, request);
    },
  };
}

function followKeys({
  keys,
  connect,
  local,
  onFailure,
}: ConfiguredEmbeddingsDeps): () => Promise<EmbeddingService> {
  let made: { readonly keys: string; readonly service: Promise<EmbeddingService> } | undefined;
  return async () => {
    try {
      const now = await keys();
      if (Object.values(now).every((value) => value === undefined)) return local;
      const name = JSON.stringify(now);
      if (made?.keys !== name) made = { keys: name, service: connect(now) };
      return await made.service;
    } catch (error) {
      made = undefined;
      onFailure(error);
      return local;
    }
  };
}
