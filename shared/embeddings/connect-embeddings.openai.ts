import { EVERYTHING_ON } from '#shared/rollout/flag.ts';
import { logger } from '#shared/runtime/logger.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { readProviderKeys } from '#shared/runtime/provider-keys.ts';
import type { Secret } from '#shared/runtime/secret.ts';
import { configuredEmbeddings } from './configured-embeddings.ts';
import type { ConnectCloudDeps } from './connect-cloud-embeddings.openai.ts';
import type { EmbeddingService } from './embedding-service.ts';
import { freeEmbeddings } from './free-embeddings.ts';
import { joinedProvider } from './joined-space.ts';
import { localHashProvider } from './local-hash.ts';
import type { LocalSpace } from './local-space.ts';
import type { SentenceEncoder } from './sentence-encoder.ts';

export interface ConnectEmbeddingsDeps extends ConnectCloudDeps {
  /** The secret with the providers' keys. */
  readonly keys: Secret;
  /** Whether free vectors also say what sentences mean: 400 MB of memory and a tenth of a second each. */
  readonly localSpace: LocalSpace;
}

/** Embeddings in the spaces that are configured, and always in the local one. */
export function connectEmbeddings({
  keys,
  localSpace,
  ...deps
}: ConnectEmbeddingsDeps): EmbeddingService {
  const local = LOCAL_SERVICES[localSpace]();
  if (!EVERYTHING_ON.production_embeddings) return local;
  return configuredEmbeddings({
    keys: () => readProviderKeys(keys),
    connect: async (now) => {
      const cloud = await import('./connect-cloud-embeddings.openai.ts');
      return cloud.connectCloudEmbeddings(deps, now, local);
    },
    local,
    onFailure: (error) => logger.warn('no providers of embeddings', { error: String(error) }),
  });
}

const LOCAL_SERVICES: Readonly<Record<LocalSpace, () => EmbeddingService>> = {
  hash: () => freeEmbeddings(localHashProvider),
  joined: () => freeEmbeddings(joinedProvider(sentenceEncoder()), localHashProvider),
};

/** Loaded with the first text: its weights are 28 MB. */
function sentenceEncoder(): SentenceEncoder {
  const loaded = onFirstUse(async () => {
    const { universalSentenceEncoder } = await import('./sentence-encoder.energetic.ts');
    return universalSentenceEncoder();
  });
  const failed = (error: unknown): never => {
    logger.error('sentences are not encoded', { error: String(error) });
    throw error;
  };
  return {
    encode: (texts) =>
      loaded()
        .then((encoder) => encoder.encode(texts))
        .catch(failed),
  };
}
