import { priceOf } from '#shared/budgets/price.ts';
import { CircuitBreaker, type CircuitStore } from '#shared/runtime/circuit-breaker.ts';
import { hostOf } from '#shared/runtime/provider-address.ts';
import { CachedEmbedder } from './cached-embedder.ts';
import { cloudSpace } from './cloud-space.ts';
import type { EmbeddingClient } from './embedding-client.ts';
import type { EmbeddingServer } from './embedding-server.ts';
import { inTurn } from './failover.ts';
import { ProviderEmbedder, type ProviderEmbedderDeps } from './provider-embedder.ts';
import { SharedFlights } from './shared-flights.ts';
import type { SpaceEmbedder } from './space-embedder.ts';
import type { ServedSpace } from './space-router.ts';
import type { VectorCache } from './vector-cache.ts';

export interface ServeSpacesDeps extends Omit<ProviderEmbedderDeps, 'client' | 'circuit'> {
  readonly circuits: CircuitStore;
  readonly cache: VectorCache;
  readonly connect: (server: EmbeddingServer) => EmbeddingClient;
}

/**
 * The layers over each space that the servers have, in their order: one flight for equal texts → cache →
 * servers in turn → batches → circuit breaker → budget → call → settlement.
 */
export function serveSpaces(
  deps: ServeSpacesDeps,
  servers: readonly EmbeddingServer[],
): readonly ServedSpace[] {
  const affordable = servers.filter((server) => hasPrice(deps, server));
  const bySpace = Map.groupBy(affordable, (server) => cloudSpace(server).spaceId);
  return [...bySpace.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const space = cloudSpace(first);
    const providers = inTurn(of.map((server) => providerOf(deps, server)));
    const cached = new CachedEmbedder({ ...deps, space, inner: providers });
    return [{ space, embedder: new SharedFlights(space.spaceId, cached) }];
  });
}

/** A model whose price nobody knows is never asked, so its space is none to index in. */
const hasPrice = ({ clock }: ServeSpacesDeps, { payee, model }: EmbeddingServer): boolean =>
  payee === 'free' || priceOf(payee, model, clock.now()) !== undefined;

function providerOf(deps: ServeSpacesDeps, server: EmbeddingServer): SpaceEmbedder {
  const { clock, circuits: store } = deps;
  const circuit = new CircuitBreaker({ clock, store, host: hostOf(server) });
  return new ProviderEmbedder({ ...deps, client: deps.connect(server), circuit });
}
