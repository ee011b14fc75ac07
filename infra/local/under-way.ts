import type { Mappings } from './deployment/deploy-mappings.ts';
import type { QueuesAndBuckets } from './engines/queues-and-buckets.ts';
import type { Foundation } from './foundation.ts';
import type { Activity } from './quiet/activity.ts';
import { eventSourceMappingKind } from './template/kinds/event-source-mapping.ts';

export interface WatchOptions {
  readonly foundation: Foundation;
  readonly mappings: Mappings;
  readonly activity: Activity;
  readonly indexLagMs: number;
}

/**
 * Tells what has not come to rest, in words. Messages that wait for a later time (a delay, a
 * visibility timeout) are at rest.
 */
export function createWatch({ foundation, ...options }: WatchOptions): () => string[] {
  const { resources, engines, instruments } = foundation;
  const queues = resources
    .all(eventSourceMappingKind)
    .filter(({ properties }) => properties.EventSourceArn.startsWith('arn:aws:sqs:'))
    .map(({ properties }) => watchQueue(properties.EventSourceArn, engines.stores));
  return () => {
    const writtenAt = instruments.lastWriteAt();
    const states: readonly (readonly [what: string, busy: boolean])[] = [
      ['functions', options.activity.busy()],
      ['the stream', options.mappings.streamsCaughtUpTo() <= writtenAt],
      ['indexes', Date.now() - writtenAt < options.indexLagMs],
      ...queues.map((queue) => [queue.name, queue.moves()] as const),
    ];
    return states.flatMap(([what, busy]) => (busy ? [what] : []));
  };
}

// From the queue to its function a message is in flight for as long as a local request takes.
const HANDOVER_MS = 100;

/** A message in flight is on its way if it left just now; else it waits for its visibility. */
function watchQueue(arn: string, stores: Pick<QueuesAndBuckets, 'depth'>) {
  const name = arn.split(':').at(-1) ?? '';
  let inFlightBefore = 0;
  let changedAt = 0;
  return {
    name,
    moves(): boolean {
      const { visible, inFlight } = stores.depth(name);
      if (inFlight !== inFlightBefore) changedAt = Date.now();
      inFlightBefore = inFlight;
      return visible > 0 || (inFlight > 0 && Date.now() - changedAt < HANDOVER_MS);
    },
  };
}
