import type { Clock } from '#shared/runtime/clock.ts';

/** Hexadecimal texts that grow, over restarts too: microseconds, and one more if time stood still. */
export function createSequencer(clock: Clock): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, clock.now().getTime() * 1000);
    return last.toString(16).toUpperCase().padStart(16, '0');
  };
}
