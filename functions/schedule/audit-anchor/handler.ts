import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { type AnchorHeadsDeps, anchorHeads } from '#shared/audit/anchor-heads.ts';
import { scheduledRun } from '#shared/queue/scheduled-run.ts';
import { logger } from '#shared/runtime/logger.ts';
import { metrics } from '#shared/runtime/metrics.ts';

/** Keeps the heads of the audit chains where nobody can change them. */
export const createHandler = (deps: AnchorHeadsDeps) =>
  scheduledRun(async () => {
    const { anchored, failed, oldestSeconds } = await anchorHeads(deps);
    logger.info('heads anchored', { anchored, failed });
    metrics.addMetric('AuditUnanchoredSeconds', MetricUnit.Seconds, oldestSeconds);
  });
