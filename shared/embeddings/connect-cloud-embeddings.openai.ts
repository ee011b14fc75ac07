import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { AllowanceSource } from '#shared/budgets/allowance-source.ts';
import { TableLedger } from '#shared/budgets/table-ledger.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import { remainingMs } from '#shared/runtime/invocation-time.ts';
import { logger } from '#shared/runtime/logger.ts';
import { metrics } from '#shared/runtime/metrics.ts';
import type { ProviderKeys } from '#shared/runtime/provider-keys.ts';
import { circuitsIn } from '#shared/store/circuits.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import { connectEmbeddingClient } from './embedding-client.openai.ts';
import { embeddingServersOf } from './embedding-server.ts';
import type { EmbeddingService } from './embedding-service.ts';
import type { ObservedBatch } from './provider-embedder.ts';
import { serveSpaces } from './serve-spaces.ts';
import { SpaceRouter } from './space-router.ts';
import { TableVectorCache } from './table-vector-cache.ts';

export interface ConnectCloudDeps extends CommitDeps {
  readonly ids: Ids;
  readonly allowances: AllowanceSource;
}

/** The service over configured servers, on the tenants' budgets, watched. */
export function connectCloudEmbeddings(
  deps: ConnectCloudDeps,
  keys: ProviderKeys,
  local: EmbeddingService,
): EmbeddingService {
  const { table, clock } = deps;
  const served = serveSpaces(
    {
      ...deps,
      ledger: new TableLedger(deps),
      circuits: circuitsIn(table, clock),
      cache: new TableVectorCache(table, clock),
      connect: connectEmbeddingClient,
      remainingMs,
      observe,
    },
    embeddingServersOf(keys),
  );
  return new SpaceRouter(served, local);
}

function observe({ outcome, tookMs, ...rest }: ObservedBatch): void {
  logger.info('texts embedded', { outcome, took_ms: tookMs, ...rest });
  const name = outcome === 'embedded' ? 'EmbeddingsMade' : 'EmbeddingsFailed';
  metrics.addMetric(name, MetricUnit.Count, rest.texts);
  metrics.addMetric('EmbeddingLatency', MetricUnit.Milliseconds, tookMs);
}
