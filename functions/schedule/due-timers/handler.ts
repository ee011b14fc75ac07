import { type FireTimersDeps, fireTimers } from '#shared/approvals/fire-timers.ts';
import {
  type WakeApplicationsDeps,
  wakeApplications,
} from '#shared/approvals/wake-applications.ts';
import { type EndStuckTurnsDeps, endStuckTurns } from '#shared/conversation/end-stuck-turns.ts';
import { type WakeDeliveriesDeps, wakeDeliveries } from '#shared/notifications/wake-deliveries.ts';
import { scheduledRun } from '#shared/queue/scheduled-run.ts';
import { logger } from '#shared/runtime/logger.ts';

export interface DueTimersDeps {
  readonly deliveries: WakeDeliveriesDeps;
  readonly turns: EndStuckTurnsDeps;
  readonly approvals: FireTimersDeps;
  readonly applications: WakeApplicationsDeps;
}

/** Wakes what has waited for its time, and ends what has waited too long. */
export const createHandler = ({ deliveries, turns, approvals, applications }: DueTimersDeps) =>
  scheduledRun(async () => {
    const woken = await wakeDeliveries(deliveries);
    const ended = await endStuckTurns(turns);
    const fired = await fireTimers(approvals);
    const resumed = await wakeApplications(applications);
    if (woken + ended + fired + resumed > 0)
      logger.info('due', {
        deliveries: woken,
        stuck_turns: ended,
        approval_timers: fired,
        applications: resumed,
      });
  });
