import { MAX_ACTIONS } from '#shared/store/commit.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Write } from '#shared/store/write.ts';

/** What callers and the kit add to a decision: stored result, a counter, an event. */
const ROOM_BESIDES = 6;
/** DynamoDB takes 4 MB in a transaction and counts names and numbers otherwise than JSON does. */
const MAX_BYTES = 3_000_000;

/** Whether all of a decision can happen at once. */
export const fitsOneTransaction = ({
  writes,
  events,
  audit,
}: Pick<Decision<unknown>, 'writes' | 'events' | 'audit'>): boolean =>
  writes.length + events.length + audit.length <= MAX_ACTIONS - ROOM_BESIDES &&
  bytesOf(writes) <= MAX_BYTES;

const bytesOf = (writes: readonly Write[]): number =>
  writes.reduce((sum, write) => sum + Buffer.byteLength(JSON.stringify(write)), 0);
