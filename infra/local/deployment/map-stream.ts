import { followStream } from '../engines/dynamo-stream.ts';
import type { EventSource } from '../event-source-mappings/queue-source.ts';
import { createRecordFilter } from '../event-source-mappings/record-filter.ts';
import { streamFailure } from '../event-source-mappings/stream-failure.ts';
import { createStreamHandler } from '../event-source-mappings/stream-source.ts';
import type { MappingProperties } from '../template/kinds/event-source-mapping.ts';
import { UnsupportedTemplateError } from '../template/unsupported-error.ts';
import type { MappingsDeployment } from './mappings-deployment.ts';

const DEFAULT_BATCH_SIZE = 100;

export interface StreamSource extends EventSource {
  /** What was written before this time (epoch milliseconds) is with the function. */
  readonly caughtUpTo: () => number;
}

/** A table's changes begin to flow into its function. @param consumer names its place in the stream */
export async function mapStream(
  deployment: MappingsDeployment,
  mapping: MappingProperties,
  consumer: string,
): Promise<StreamSource> {
  const { identity, dynamo, faults, dataFolder } = deployment;
  const streamArn = mapping.EventSourceArn;
  const source = deployment.tables.find((table) => table.streamArn === streamArn);
  if (!source) throw new UnsupportedTemplateError(consumer, `there is no stream ${streamArn}`);
  const stopping = new AbortController();
  const handlerOf = createHandlers(deployment, mapping, stopping.signal);
  const follower = await followStream({
    endpoint: dynamo.endpoint,
    expiredKeys: dynamo.expiredKeys,
    identity,
    table: source.table,
    consumer,
    onRecords: (records, shard) => handlerOf(shard)(records),
    batchSize: mapping.BatchSize ?? DEFAULT_BATCH_SIZE,
    dataFolder,
    faults,
  });
  return {
    caughtUpTo: follower.caughtUpTo,
    stop: async () => {
      stopping.abort();
      await follower.stop();
    },
  };
}

function createHandlers(
  { lambda, stores, activity }: MappingsDeployment,
  mapping: MappingProperties,
  stopping: AbortSignal,
): (shard: number) => ReturnType<typeof createStreamHandler> {
  const { arn: functionArn } = lambda.functionNamed(mapping.FunctionName);
  const { EventSourceArn: streamArn, DestinationConfig } = mapping;
  const parkedAt = DestinationConfig.OnFailure?.Destination;
  const filter = createRecordFilter(mapping.FilterCriteria);
  return (shard) =>
    createStreamHandler({
      filter,
      batchSize: mapping.BatchSize ?? DEFAULT_BATCH_SIZE,
      reportsFailures: mapping.FunctionResponseTypes.length > 0,
      bisects: mapping.BisectBatchOnFunctionError,
      maxRetries: mapping.MaximumRetryAttempts,
      maxAgeSeconds: mapping.MaximumRecordAgeInSeconds,
      invoke: (event) => lambda.invoke(functionArn, event),
      park: async (records, given) => {
        const failure = streamFailure(records, given, { functionArn, streamArn, shard });
        if (parkedAt) stores.send(parkedAt, failure);
      },
      activity,
      stopping,
    });
}
