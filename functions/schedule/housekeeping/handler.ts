import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { type LinkOverdueFactsDeps, linkOverdueFacts } from '#shared/audit/link-overdue-facts.ts';
import type { RelayDeps } from '#shared/queue/relay-events.ts';
import { resendOverdueEvents } from '#shared/queue/resend-overdue-events.ts';
import { scheduledRun } from '#shared/queue/scheduled-run.ts';
import { logger } from '#shared/runtime/logger.ts';
import { metrics } from '#shared/runtime/metrics.ts';

export interface HousekeepingDeps {
  readonly events: RelayDeps;
  readonly facts: LinkOverdueFactsDeps;
}

/** Finds what fell between: events that the relay has not marked, facts that nobody has linked. */
export const createHandler = ({ events, facts }: HousekeepingDeps) =>
  scheduledRun(async () => {
    // Neither must keep the other from being done.
    const done = await Promise.allSettled([resendEvents(events), linkAuditFacts(facts)]);
    for (const outcome of done) if (outcome.status === 'rejected') throw outcome.reason;
  });

async function resendEvents(deps: RelayDeps): Promise<void> {
  const overdue = await resendOverdueEvents(deps);
  if (overdue.resent + overdue.stuck > 0) logger.warn('events were overdue', { ...overdue });
  metrics.addMetric('OutboxOldestSeconds', MetricUnit.Seconds, overdue.oldestSeconds);
  metrics.addMetric('OutboxStuckEvents', MetricUnit.Count, overdue.stuck);
}

async function linkAuditFacts(deps: LinkOverdueFactsDeps): Promise<void> {
  const overdue = await linkOverdueFacts(deps);
  if (overdue.linked + overdue.stuckTenants > 0)
    logger.warn('audit facts were overdue', { ...overdue });
  metrics.addMetric('AuditUnlinkedSeconds', MetricUnit.Seconds, overdue.oldestSeconds);
}
