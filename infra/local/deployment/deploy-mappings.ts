import { SQSClient } from '@aws-sdk/client-sqs';
import type { Activity } from '../activity.ts';
import type { DeliveryFaults } from '../engines/delivery-faults.ts';
import type { LocalDynamo } from '../engines/dynamo.ts';
import { followStream } from '../engines/dynamo-stream.ts';
import type { LocalIdentity } from '../engines/local-identity.ts';
import type { QueuesAndBuckets } from '../engines/queues-and-buckets.ts';
import { type EventSource, startQueueSource } from '../event-source-mappings/queue-source.ts';
import { createRecordFilter } from '../event-source-mappings/record-filter.ts';
import { createSourceQueue } from '../event-source-mappings/source-queue.ts';
import { streamFailure } from '../event-source-mappings/stream-failure.ts';
import { createStreamHandler } from '../event-source-mappings/stream-source.ts';
import type { LambdaService } from '../lambda/lambda-service.ts';
import {
  eventSourceMappingKind,
  type MappingProperties,
} from '../template/kinds/event-source-mapping.ts';
import type { Resources } from '../template/resources.ts';
import { UnsupportedTemplateError } from '../template/unsupported-error.ts';
import type { DeployedTable } from './deploy-stores.ts';

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

function mapQueue(
  deployment: MappingsDeployment,
  client: SQSClient,
  mapping: MappingProperties,
): EventSource {
  const { identity, lambda, stores, faults, activity, retryAfterSeconds } = deployment;
  const arn = mapping.EventSourceArn;
  const url = stores.queueUrl(arn.split(':').at(-1) ?? '');
  return startQueueSource({
    queue: createSourceQueue({ client, url, arn, region: identity.region }),
    batchSize: mapping.BatchSize ?? 10,
    windowMs: mapping.MaximumBatchingWindowInSeconds * 1000,
    maxConcurrency: mapping.ScalingConfig.MaximumConcurrency ?? DEFAULT_CONCURRENCY,
    reportsFailures: mapping.FunctionResponseTypes.length > 0,
    filter: createRecordFilter(mapping.FilterCriteria),
    faults,
    invoke: (event) => lambda.invoke(mapping.FunctionName, event),
    activity,
    retryAfterSeconds,
  });
}

// Lambda starts with five pollers and adds more; a laptop stays there.
const DEFAULT_CONCURRENCY = 5;

async function mapStream(
  deployment: MappingsDeployment,
  mapping: MappingProperties,
  consumer: string,
): Promise<EventSource> {
  const { identity, dynamo, faults, dataFolder } = deployment;
  const streamArn = mapping.EventSourceArn;
  const source = deployment.tables.find((table) => table.streamArn === streamArn);
  if (!source) throw new UnsupportedTemplateError(consumer, `there is no stream ${streamArn}`);
  const stopping = new AbortController();
  const follower = await followStream({
    endpoint: dynamo.endpoint,
    expiredKeys: dynamo.expiredKeys,
    identity,
    table: source.table,
    consumer,
    onRecords: (records, shard) =>
      shardHandler(deployment, mapping, shard, stopping.signal)(records),
    batchSize: mapping.BatchSize ?? 100,
    dataFolder,
    faults,
  });
  return {
    stop: async () => {
      stopping.abort();
      await follower.stop();
    },
  };
}

function shardHandler(
  { lambda, stores, activity }: MappingsDeployment,
  mapping: MappingProperties,
  shard: number,
  stopping: AbortSignal,
): ReturnType<typeof createStreamHandler> {
  const functionArn = lambda.functionNamed(mapping.FunctionName).arn;
  const streamArn = mapping.EventSourceArn;
  const parkedAt = mapping.DestinationConfig.OnFailure?.Destination;
  return createStreamHandler({
    filter: createRecordFilter(mapping.FilterCriteria),
    batchSize: mapping.BatchSize ?? 100,
    reportsFailures: mapping.FunctionResponseTypes.length > 0,
    bisects: mapping.BisectBatchOnFunctionError,
    maxRetries: mapping.MaximumRetryAttempts,
    maxAgeSeconds: mapping.MaximumRecordAgeInSeconds,
    invoke: (event) => lambda.invoke(functionArn, event),
    park: async (records, given) => {
      if (parkedAt)
        stores.send(parkedAt, streamFailure(records, given, { functionArn, streamArn, shard }));
    },
    activity,
    stopping,
  });
}
