import type { SQSClient } from '@aws-sdk/client-sqs';
import { type EventSource, startQueueSource } from '../event-source-mappings/queue-source.ts';
import { createRecordFilter } from '../event-source-mappings/record-filter.ts';
import { createSourceQueue } from '../event-source-mappings/source-queue.ts';
import type { MappingProperties } from '../template/kinds/event-source-mapping.ts';
import type { MappingsDeployment } from './mappings-deployment.ts';

// Lambda starts with five pollers and adds more; a laptop stays there.
const DEFAULT_CONCURRENCY = 5;
const DEFAULT_BATCH_SIZE = 10;

/** A queue begins to flow into its function. */
export function mapQueue(
  { identity, lambda, stores, faults, activity, retryAfterSeconds }: MappingsDeployment,
  client: SQSClient,
  mapping: MappingProperties,
): EventSource {
  const arn = mapping.EventSourceArn;
  const url = stores.queueUrl(arn.split(':').at(-1) ?? '');
  return startQueueSource({
    queue: createSourceQueue({ client, url, arn, region: identity.region }),
    batchSize: mapping.BatchSize ?? DEFAULT_BATCH_SIZE,
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
