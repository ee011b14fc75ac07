import { LONGEST_DELAY_SECONDS } from './delivery-queue.ts';

/** How long a queued message may be missing before the due index sends another. */
const GRACE_SECONDS = 60;

/** Whether the queue itself can hold a message for so long. */
export const fitsQueue = (waitSeconds: number): boolean => waitSeconds <= LONGEST_DELAY_SECONDS;

/** When the due index wakes a delivery: as a second resort where the queue does, else at the time itself. */
export const wakeAfterSeconds = (now: Date, waitSeconds: number): Date =>
  new Date(now.getTime() + (waitSeconds + (fitsQueue(waitSeconds) ? GRACE_SECONDS : 0)) * 1000);
