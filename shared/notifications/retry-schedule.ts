const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Wait before each attempt, the first included (PRODUCT section 9). */
const WAITS_SECONDS = [
  0,
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** A wait is up to this part longer, so that what failed together does not return together. */
const JITTER = 0.1;

/** A receiver that asks for more than this asks to be left alone. */
const LONGEST_WAIT_SECONDS = 5 * 24 * HOUR;

/**
 * Seconds until the next attempt after so many; undefined when there is none. What the receiver
 * asked for (`Retry-After`) is never undercut. `random` is in [0, 1).
 */
export function nextWaitSeconds(
  tries: number,
  retryAfterSeconds: number | undefined,
  random: number,
): number | undefined {
  const planned = WAITS_SECONDS[tries];
  if (planned === undefined) return undefined;
  const wait = Math.max(planned * (1 + JITTER * random), retryAfterSeconds ?? 0);
  return wait > LONGEST_WAIT_SECONDS ? undefined : wait;
}
