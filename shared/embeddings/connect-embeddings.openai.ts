import { EVERYTHING_ON } from '#shared/rollout/flag.ts';
import { logger } from '#shared/runtime/logger.ts';
import { readProviderKeys } from '#shared/runtime/provider-keys.ts';
import type { Secret } from '#shared/runtime/secret.ts';
import { configuredEmbeddings } from './configured-embeddings.ts';
import type { ConnectCloudDeps } from './connect-cloud-embeddings.openai.ts';
import type { EmbeddingService } from './embedding-service.ts';
import { freeEmbeddings } from './free-embeddings.ts';
import { localHashProvider } from './local-hash.ts';

export interface ConnectEmbeddingsDeps extends ConnectCloudDeps {
  /** The secret with the providers' keys. */
  readonly keys: Secret;
}

/** Embeddings in the spaces that are configured, and always in the local one. */
export function connectEmbeddings({ keys, ...deps }: ConnectEmbeddingsDeps): EmbeddingService {
  if (!EVERYTHING_ON.production_embeddings) return freeEmbeddings(localHashProvider);
  return configuredEmbeddings({
    keys: () => readProviderKeys(keys),
    connect: async (now) => {
      const cloud = await import('./connect-cloud-embeddings.openai.ts');
      return cloud.connectCloudEmbeddings(deps, now, localHashProvider);
    },
    local: localHashProvider,
    onFailure: (error) => logger.warn('no providers of embeddings', { error: String(error) }),
  });
}
