import type { Mappings } from './deployment/deploy-mappings.ts';
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
    .map(({ properties }) => properties.EventSourceArn.split(':').at(-1) ?? '');
  return () => {
    const writtenAt = instruments.lastWriteAt();
    const states: readonly (readonly [what: string, busy: boolean])[] = [
      ['functions', options.activity.busy()],
      ['the stream', options.mappings.streamsCaughtUpTo() <= writtenAt],
      ['indexes', Date.now() - writtenAt < options.indexLagMs],
      ...queues.map((name) => [name, engines.stores.depth(name).visible > 0] as const),
    ];
    return states.flatMap(([what, busy]) => (busy ? [what] : []));
  };
}
