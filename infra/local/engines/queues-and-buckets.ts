import { join } from 'node:path';
import { type BucketsOptions, type LocalBuckets, startBuckets } from './buckets.ts';
import { type LocalQueues, startQueues } from './queues.ts';

export interface QueuesAndBuckets
  extends Omit<LocalQueues, 'endpoint' | 'stop'>,
    Omit<LocalBuckets, 'endpoint' | 'stop'> {
  readonly sqsEndpoint: string;
  readonly s3Endpoint: string;
  stop(): Promise<void>;
}

/** SQS and S3, each on a port of its own, both kept in the data folder if there is one. */
export async function startQueuesAndBuckets(options: BucketsOptions): Promise<QueuesAndBuckets> {
  const { dataFolder } = options;
  const [queues, buckets] = await Promise.all([
    startQueues({ ...options, ...(dataFolder && { dataFolder: join(dataFolder, 'sqs') }) }),
    startBuckets({ ...options, ...(dataFolder && { dataFolder: join(dataFolder, 's3') }) }),
  ]);
  return {
    ...queues,
    ...buckets,
    sqsEndpoint: queues.endpoint,
    s3Endpoint: buckets.endpoint,
    async stop() {
      await Promise.all([queues.stop(), buckets.stop()]);
    },
  };
}
