import { setTimeout as sleep } from 'node:timers/promises';

export interface QuietOptions {
  /** What is still under way, in words; none when all is quiet. */
  readonly underWay: () => readonly string[];
  readonly timeoutMs: number;
}

const CHECK_MS = 15;
// Work passes from one place to the next between two checks: quiet once may be a gap.
const CHECKS_IN_A_ROW = 3;

/** Waits until nothing is under way. @throws Error naming what still is when the time is up */
export async function untilQuiet({ underWay, timeoutMs }: QuietOptions): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  for (let quiet = 0; quiet < CHECKS_IN_A_ROW; ) {
    const left = underWay();
    if (left.length > 0 && Date.now() > giveUpAt) {
      throw new Error(`Still under way after ${timeoutMs} ms: ${left.join(', ')}`);
    }
    quiet = left.length > 0 ? 0 : quiet + 1;
    await sleep(CHECK_MS);
  }
}
