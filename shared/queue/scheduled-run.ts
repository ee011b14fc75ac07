import type { Context } from 'aws-lambda';
import { logger } from '#shared/runtime/logger.ts';
import { metrics } from '#shared/runtime/metrics.ts';

/** A function that a schedule starts. A throw is retried by Lambda, then parked. */
export const scheduledRun =
  (run: () => Promise<void>) =>
  async (_event: unknown, context: Context): Promise<void> => {
    logger.addContext(context);
    try {
      await run();
    } finally {
      metrics.publishStoredMetrics();
    }
  };
