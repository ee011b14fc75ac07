import { type EndStuckTurnsDeps, endStuckTurns } from '#shared/conversation/end-stuck-turns.ts';
import { type WakeDeliveriesDeps, wakeDeliveries } from '#shared/notifications/wake-deliveries.ts';
import { scheduledRun } from '#shared/queue/scheduled-run.ts';
import { logger } from '#shared/runtime/logger.ts';

export interface DueTimersDeps {
  readonly deliveries: WakeDeliveriesDeps;
  readonly turns: EndStuckTurnsDeps;
}

/** Wakes what has waited for its time, and ends what has waited too long. */
export const createHandler = ({ deliveries, turns }: DueTimersDeps) =>
  scheduledRun(async () => {
    const woken = await wakeDeliveries(deliveries);
    const ended = await endStuckTurns(turns);
    if (woken + ended > 0) logger.info('due', { deliveries: woken, stuck_turns: ended });
  });
