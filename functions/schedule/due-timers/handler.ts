import { type WakeDeliveriesDeps, wakeDeliveries } from '#shared/notifications/wake-deliveries.ts';
import { scheduledRun } from '#shared/queue/scheduled-run.ts';
import { logger } from '#shared/runtime/logger.ts';

/** Wakes what has waited for its time. */
export const createHandler = (deps: WakeDeliveriesDeps) =>
  scheduledRun(async () => {
    const deliveries = await wakeDeliveries(deps);
    if (deliveries > 0) logger.info('woken', { deliveries });
  });
