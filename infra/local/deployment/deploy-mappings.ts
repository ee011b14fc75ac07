import { SQSClient } from '@aws-sdk/client-sqs';
import type { EventSource } from '../event-source-mappings/queue-source.ts';
import { eventSourceMappingKind } from '../template/kinds/event-source-mapping.ts';
import { mapQueue } from './map-queue.ts';
import { mapStream } from './map-stream.ts';
import type { MappingsDeployment } from './mappings-deployment.ts';

/** Starts the event source mappings of the templates: what is in queues and streams begins to flow. */
export async function deployMappings(deployment: MappingsDeployment): Promise<EventSource> {
  const client = new SQSClient({
    ...deployment.identity,
    endpoint: deployment.stores.sqsEndpoint,
    useQueueUrlAsEndpoint: false,
  });
  const mappings = deployment.resources
    .all(eventSourceMappingKind)
    .filter(({ properties }) => properties.Enabled);
  const sources = await Promise.all(
    mappings.map(({ properties, logicalId }) =>
      properties.EventSourceArn.startsWith('arn:aws:sqs:')
        ? mapQueue(deployment, client, properties)
        : mapStream(deployment, properties, logicalId),
    ),
  );
  return {
    stop: async () => {
      await Promise.all(sources.map((source) => source.stop()));
      client.destroy();
    },
  };
}
