import type { Clock } from '#shared/runtime/clock.ts';
import type { Schedule } from './schedule.ts';

/** Node's timers hold no more than 2^31 - 1 ms; whoever is due later is looked at again then. */
const LONGEST_PAUSE_MS = 2 ** 31 - 1;

/** Calls back whenever the schedule is due, until stopped. */
export function startScheduleTimer(
  schedule: Schedule,
  clock: Clock,
  onDue: () => void,
): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const wait = (due: Date | undefined) => {
    if (!due) return;
    const pauseMs = Math.max(0, due.getTime() - clock.now().getTime());
    timer = setTimeout(() => arrive(due), Math.min(pauseMs, LONGEST_PAUSE_MS));
  };
  const arrive = (due: Date) => {
    if (clock.now() < due) return wait(due);
    wait(schedule(due));
    onDue();
  };
  wait(schedule(clock.now()));
  return { stop: () => clearTimeout(timer) };
}
