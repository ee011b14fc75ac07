import type { Foundation } from './foundation.ts';
import type { Activity } from './quiet/activity.ts';
import { eventSourceMappingKind } from './template/kinds/event-source-mapping.ts';

// A stream is read every 60 ms at most when nothing happens; then its record is in a function.
const STREAM_LAG_MS = 150;

/**
 * Tells what has not come to rest, in words. Messages that wait for a later time (a delay, a
 * visibility timeout) are at rest.
 */
export function createWatch(
  { resources, engines, instruments }: Foundation,
  activity: Activity,
  indexLagMs: number,
): () => string[] {
  const settleMs = Math.max(STREAM_LAG_MS, indexLagMs);
  const queues = resources
    .all(eventSourceMappingKind)
    .filter(({ properties }) => properties.EventSourceArn.startsWith('arn:aws:sqs:'))
    .map(({ properties }) => properties.EventSourceArn.split(':').at(-1) ?? '');
  return () => {
    const busy = activity.busy() ? ['functions'] : [];
    const stream = Date.now() - instruments.lastWriteAt() < settleMs ? ['stream and indexes'] : [];
    return [...busy, ...stream, ...queues.filter((name) => engines.stores.depth(name).visible > 0)];
  };
}
