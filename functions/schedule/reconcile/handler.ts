import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { type Round, reconcileRound } from '#shared/knowledge/reconcile/reconcile-round.ts';
import type { ReconcileDeps } from '#shared/knowledge/reconcile/reconcile-tenant.ts';
import { scheduledRun } from '#shared/queue/scheduled-run.ts';
import { logger } from '#shared/runtime/logger.ts';
import { metrics } from '#shared/runtime/metrics.ts';

/** Finds where bucket and search differ, because an event was lost or work given up, and has it put right. */
export const createHandler = (deps: ReconcileDeps & { readonly round: Round }) =>
  scheduledRun(async () => {
    const found = await reconcileRound(deps, deps.round);
    logger.info('knowledge compared', { ...found });
    metrics.addMetric('KnowledgeMissing', MetricUnit.Count, found.missing);
    metrics.addMetric('KnowledgeOrphans', MetricUnit.Count, found.orphans);
    metrics.addMetric('KnowledgeStranded', MetricUnit.Count, found.stranded);
    metrics.addMetric('KnowledgeRepairs', MetricUnit.Count, found.repairs);
    metrics.addMetric('KnowledgeDifferenceSeconds', MetricUnit.Seconds, found.oldestSeconds);
    if (found.failed > 0 && found.failed === found.tenants)
      throw new Error('No tenant could be compared');
  });
