import type { ProviderKeys } from '#shared/runtime/provider-keys.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { EmbeddingProvider } from './embedding-provider.ts';
import { type EmbeddingServer, embeddingServersOf } from './embedding-server.ts';
import type { EmbeddingRequest, EmbeddingService } from './embedding-service.ts';
import { freeEmbeddings } from './free-embeddings.ts';

export interface ConfiguredEmbeddingsDeps {
  /** What the secret with the providers' keys holds now. */
  readonly keys: () => Promise<ProviderKeys>;
  /** Everything that only configured servers need: loaded with the first of them. */
  readonly connect: (servers: readonly EmbeddingServer[]) => Promise<EmbeddingService>;
  readonly local: EmbeddingProvider;
  /** Hears why there is nothing but the local space. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The service over the servers of the keys in the secret, else over the local space alone. New keys make
 * a new one; where they cannot be read, texts are embedded locally all the same.
 */
export function configuredEmbeddings(deps: ConfiguredEmbeddingsDeps): EmbeddingService {
  const local = freeEmbeddings(deps.local);
  let made: { readonly servers: string; readonly service: Promise<EmbeddingService> } | undefined;
  const current = async (): Promise<EmbeddingService> => {
    try {
      const servers = embeddingServersOf(await deps.keys());
      if (servers.length === 0) return local;
      const name = JSON.stringify(servers);
      if (made?.servers !== name) made = { servers: name, service: deps.connect(servers) };
      return await made.service;
    } catch (error) {
      made = undefined;
      deps.onFailure(error);
      return local;
    }
  };
  return {
    spaces: async (tenant: Tenant) => (await current()).spaces(tenant),
    embed: async (tenant: Tenant, request: EmbeddingRequest) =>
      request.spaceId === deps.local.spaceId
        ? local.embed(tenant, request)
        : (await current()).embed(tenant, request),
  };
}
