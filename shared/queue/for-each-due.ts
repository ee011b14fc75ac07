import type { Clock } from '#shared/runtime/clock.ts';
import { logger } from '#shared/runtime/logger.ts';
import type { DueItem, PlatformTable } from '#shared/store/platform-table.ts';

export interface DueDeps {
  readonly waiting: PlatformTable;
  readonly clock: Clock;
}

/**
 * Does what each item of a queue has waited for, a page at a time, and adds up what that came to. One
 * that fails must not keep the others waiting: it is logged, stays due, and comes again with the next run.
 * @param failure what the log says of one that failed
 */
export async function forEachDue(
  { waiting, clock }: DueDeps,
  queue: string,
  failure: string,
  act: (due: DueItem) => Promise<number>,
): Promise<number> {
  let total = 0;
  for await (const page of waiting.due(queue, clock.now())) {
    for (const outcome of await Promise.allSettled(page.map(act))) {
      if (outcome.status === 'fulfilled') total += outcome.value;
      else logger.error(failure, { error: String(outcome.reason) });
    }
  }
  return total;
}
