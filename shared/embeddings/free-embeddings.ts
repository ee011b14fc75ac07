import type { EmbeddingProvider } from './embedding-provider.ts';
import type { EmbeddingOutcome, EmbeddingService } from './embedding-service.ts';

/** Texts that one call takes: a pause for others in between. */
const BATCH_SIZE = 500;

/** The service over one provider that costs nothing and cannot fail: no budget, no cache, no network. */
export const freeEmbeddings = (provider: EmbeddingProvider): EmbeddingService => ({
  spaces: async () => [provider],
  embed: async (_tenant, { spaceId, texts }) => {
    if (spaceId !== provider.spaceId) return texts.map(() => unknownSpace(spaceId));
    const outcomes: EmbeddingOutcome[] = [];
    for (let at = 0; at < texts.length; at += BATCH_SIZE)
      outcomes.push(...(await embedFree(provider, texts.slice(at, at + BATCH_SIZE))));
    return outcomes;
  },
});

async function embedFree(
  { name, model, spaceId, embed }: EmbeddingProvider,
  texts: readonly string[],
): Promise<readonly EmbeddingOutcome[]> {
  const vectors = await embed(texts);
  const origin = { provider: name, model, space_id: spaceId };
  const free = { token_count: 0, cost_microcents: 0, latency_ms: 0, cached: false };
  return vectors.map((embedding) => ({ embedding, ...origin, ...free }));
}

const unknownSpace = (spaceId: string): EmbeddingOutcome => ({
  failed: 'unavailable',
  detail: `No provider serves the space ${spaceId}`,
});
