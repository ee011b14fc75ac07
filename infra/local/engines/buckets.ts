import { type Clock, systemClock } from '#shared/runtime/clock.ts';
import { type BucketProperties, readBucketProperties } from './bucket-properties.ts';
import { createFauxqs } from './fauxqs-stores.ts';
import type { LocalIdentity } from './local-identity.ts';
import type { ObjectChange } from './object-event.ts';
import { findObject, observeBuckets } from './observed-buckets.ts';
import { refusePresigned, type SecretOf } from './presigned-url.ts';
import { refuseConditionalPut } from './s3-conditions.ts';
import { guardS3 } from './s3-guard.ts';
import { listPage } from './s3-listing.ts';
import { createSequencer } from './s3-sequencer.ts';

export interface BucketsOptions {
  readonly identity: LocalIdentity;
  readonly dataFolder?: string;
  readonly clock?: Clock;
  /** Secrets of access keys beside the identity's own: those that STS handed out. */
  readonly secretOf?: SecretOf;
}

export interface LocalBuckets {
  readonly endpoint: string;
  /**
   * Makes the bucket of a template, or finds the stored one.
   * @param properties of AWS::S3::Bucket, intrinsics resolved
   */
  createBucket(bucketName: string, properties: unknown): LocalBucket;
  /** Turns object events on, as CDK does by a resource of its own. */
  enableObjectEvents(bucketName: string): void;
  onObjectEvent(listener: (change: ObjectChange) => void): void;
  stop(): Promise<void>;
}

interface LocalBucket {
  readonly bucketName: string;
  readonly bucketArn: string;
}

/** S3 on a free loopback port: presigned URLs, conditional PUT, CORS and object events included. */
export async function startBuckets(options: BucketsOptions): Promise<LocalBuckets> {
  const { identity, clock = systemClock } = options;
  const fauxqs = await createFauxqs(identity.region, options.dataFolder);
  const store = fauxqs.stores.s3Store;
  const buckets = new Map<string, BucketProperties>();
  const listeners: ((change: ObjectChange) => void)[] = [];
  const nextSequencer = createSequencer(clock);
  const current = guardS3(fauxqs.app, {
    corsRules: (bucket) => buckets.get(bucket)?.corsRules ?? [],
    refusePresigned: (request) => refusePresigned(request, secretsOf(options), clock.now()),
    refusePut: ({ bucket, key }, headers) =>
      refuseConditionalPut(headers, findObject(store, bucket, key)?.etag),
  });
  const { listObjects } = store;
  store.listObjects = (bucket, page = {}) =>
    listPage(listObjects.call(store, bucket, { maxKeys: Infinity }).objects, page);
  observeBuckets(store, (change) => {
    const request = current();
    if (!request || !buckets.get(request.bucket)?.eventBridge) return;
    const { bucket, reason, requestId, sourceIpAddress } = request;
    const origin = { bucket, reason, requestId, sourceIpAddress };
    for (const listener of listeners) {
      listener({ ...change, ...origin, sequencer: nextSequencer() });
    }
  });
  const endpoint = await fauxqs.listen();
  return {
    endpoint,
    createBucket(bucketName, properties) {
      buckets.set(bucketName, readBucketProperties(properties));
      store.createBucket(bucketName);
      return { bucketName, bucketArn: `arn:aws:s3:::${bucketName}` };
    },
    enableObjectEvents(bucketName) {
      const bucket = buckets.get(bucketName);
      if (!bucket) throw new Error(`There is no bucket ${bucketName}.`);
      buckets.set(bucketName, { ...bucket, eventBridge: true });
    },
    onObjectEvent: (listener) => void listeners.push(listener),
    stop: fauxqs.stop,
  };
}

const secretsOf =
  ({ identity: { credentials }, secretOf }: BucketsOptions): SecretOf =>
  (accessKeyId) =>
    accessKeyId === credentials.accessKeyId ? credentials.secretAccessKey : secretOf?.(accessKeyId);
