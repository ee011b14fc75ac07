import { SQSClient } from '@aws-sdk/client-sqs';
import { eventSourceMappingKind } from '../template/kinds/event-source-mapping.ts';
import { mapQueue } from './map-queue.ts';
import { mapStream } from './map-stream.ts';
import type { MappingsDeployment } from './mappings-deployment.ts';

/** What flows. */
export interface Mappings {
  /** Changes of any table before this time (epoch milliseconds) are with their functions. */
  readonly streamsCaughtUpTo: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts the event source mappings of the templates: what is in queues and streams begins to flow. */
export async function deployMappings(deployment: MappingsDeployment): Promise<Mappings> {
  const client = new SQSClient({
    ...deployment.identity,
    endpoint: deployment.stores.sqsEndpoint,
    useQueueUrlAsEndpoint: false,
  });
  const mappings = deployment.resources
    .all(eventSourceMappingKind)
    .filter(({ properties }) => properties.Enabled);
  const fromQueues = mappings.filter(({ properties }) => isQueue(properties.EventSourceArn));
  const fromStreams = mappings.filter(({ properties }) => !isQueue(properties.EventSourceArn));
  const queues = fromQueues.map(({ properties }) => mapQueue(deployment, client, properties));
  const streams = await Promise.all(
    fromStreams.map(({ properties, logicalId }) => mapStream(deployment, properties, logicalId)),
  );
  return {
    streamsCaughtUpTo: () => Math.min(...streams.map((stream) => stream.caughtUpTo())),
    stop: async () => {
      await Promise.all([...queues, ...streams].map((source) => source.stop()));
      client.destroy();
    },
  };
}

const isQueue = (sourceArn: string): boolean => sourceArn.startsWith('arn:aws:sqs:');
