import { remainingMs } from '#shared/runtime/invocation-time.ts';
import type { EmbeddingProvider } from './embedding-provider.ts';
import type { EmbeddingFailure, EmbeddingOutcome, EmbeddingService } from './embedding-service.ts';

/** Texts that one call takes: a pause for others, or a look at the clock, in between. */
const BATCH_SIZE = 500;
const SLOW_BATCH_SIZE = 8;
/** Left to the invocation for everything after slow vectors. */
const RESERVE_MS = 10_000;

/**
 * The service over providers that cost nothing, the preferred one first: no budget, no cache, no network.
 * What a slow one does not reach in the time of the function has failed, and is asked for again later.
 */
export const freeEmbeddings = (
  ...providers: readonly [EmbeddingProvider, ...EmbeddingProvider[]]
): EmbeddingService => ({
  spaces: async () => providers,
  embed: async (_tenant, { spaceId, texts }) => {
    const provider = providers.find((each) => each.spaceId === spaceId);
    if (!provider) return texts.map(() => unavailable(`No provider serves the space ${spaceId}`));
    const outcomes: EmbeddingOutcome[] = [];
    const step = provider.isSlow ? SLOW_BATCH_SIZE : BATCH_SIZE;
    for (let at = 0; at < texts.length && hasTime(provider); at += step)
      outcomes.push(...(await embedFree(provider, texts.slice(at, at + step))));
    return texts.map((_, at) => outcomes[at] ?? OUT_OF_TIME);
  },
});

const hasTime = ({ isSlow }: EmbeddingProvider): boolean => !isSlow || remainingMs() > RESERVE_MS;

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
    return texts.map(() => unavailable(String(error).slice(0, 200)));
  }
}

const unavailable = (detail: string): EmbeddingFailure => ({ failed: 'unavailable', detail });
const OUT_OF_TIME: EmbeddingFailure = { failed: 'timed_out', detail: 'No time is left' };
