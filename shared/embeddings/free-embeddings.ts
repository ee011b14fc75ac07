import type { EmbeddingProvider } from './embedding-provider.ts';
import type { EmbeddingOutcome, EmbeddingService } from './embedding-service.ts';

/** Texts that one call takes: a pause for others in between. */
const BATCH_SIZE = 500;

/** The service over providers that cost nothing, the preferred one first: no budget, no cache, no network. */
export const freeEmbeddings = (
  ...providers: readonly [EmbeddingProvider, ...EmbeddingProvider[]]
): EmbeddingService => ({
  spaces: async () => providers,
  embed: async (_tenant, { spaceId, texts }) => {
    const provider = providers.find((each) => each.spaceId === spaceId);
    if (!provider) return texts.map(() => failed(`No provider serves the space ${spaceId}`));
    const outcomes: EmbeddingOutcome[] = [];
    for (let at = 0; at < texts.length; at += BATCH_SIZE)
      outcomes.push(...(await embedFree(provider, texts.slice(at, at + BATCH_SIZE))));
    return outcomes;
  },
});

/** A model that cannot be loaded is no reason for anything else to fail. */
async function embedFree(
  { name, model, spaceId, embed }: EmbeddingProvider,
  texts: readonly string[],
): Promise<readonly EmbeddingOutcome[]> {
  try {
    const vectors = await embed(texts);
    const origin = { provider: name, model, space_id: spaceId };
    const free = { token_count: 0, cost_microcents: 0, latency_ms: 0, cached: false };
    return vectors.map((embedding) => ({ embedding, ...origin, ...free }));
  } catch (error) {
    return texts.map(() => failed(String(error).slice(0, 200)));
  }
}

const failed = (detail: string): EmbeddingOutcome => ({ failed: 'unavailable', detail });
