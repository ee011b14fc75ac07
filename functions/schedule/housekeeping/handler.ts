import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { RelayDeps } from '#shared/queue/relay-events.ts';
import { resendOverdueEvents } from '#shared/queue/resend-overdue-events.ts';
import { scheduledRun } from '#shared/queue/scheduled-run.ts';
import { logger } from '#shared/runtime/logger.ts';
import { metrics } from '#shared/runtime/metrics.ts';

/** Finds what fell between: events that the relay has not marked. */
export const createHandler = (deps: RelayDeps) =>
  scheduledRun(async () => {
    const overdue = await resendOverdueEvents(deps);
    if (overdue.resent + overdue.stuck > 0) logger.warn('events were overdue', { ...overdue });
    metrics.addMetric('OutboxOldestSeconds', MetricUnit.Seconds, overdue.oldestSeconds);
    metrics.addMetric('OutboxStuckEvents', MetricUnit.Count, overdue.stuck);
  });
