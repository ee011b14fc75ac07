import { SQSClient } from '@aws-sdk/client-sqs';
import type { Activity } from '../activity.ts';
import type { DeliveryFaults } from '../engines/delivery-faults.ts';
import type { LocalDynamo } from '../engines/dynamo.ts';
import type { LocalIdentity } from '../engines/local-identity.ts';
import type { QueuesAndBuckets } from '../engines/queues-and-buckets.ts';
import type { EventSource } from '../event-source-mappings/queue-source.ts';
import type { LambdaService } from '../lambda/lambda-service.ts';
import { eventSourceMappingKind } from '../template/kinds/event-source-mapping.ts';
import type { Resources } from '../template/resources.ts';
import type { DeployedTable } from './deploy-stores.ts';
import { mapQueue } from './map-queue.ts';
import { mapStream } from './map-stream.ts';

export interface MappingsDeployment {
  readonly resources: Resources;
  readonly identity: LocalIdentity;
  readonly lambda: LambdaService;
  readonly stores: QueuesAndBuckets;
  readonly dynamo: LocalDynamo;
  readonly tables: readonly DeployedTable[];
  readonly faults: DeliveryFaults;
  readonly activity: Activity;
  readonly dataFolder?: string;
  readonly retryAfterSeconds?: number;
}

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
