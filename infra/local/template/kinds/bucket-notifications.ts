import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';

/** How the CDK switches a bucket's events on: a custom resource, which the local cloud does itself. */
export const bucketNotificationsKind = defineKind({
  type: 'Custom::S3BucketNotifications',
  properties: z.strictObject({
    BucketName: z.string(),
    NotificationConfiguration: z.strictObject({ EventBridgeConfiguration: z.strictObject({}) }),
  }),
  withoutEffect: {
    Managed: 'nobody else manages a local bucket',
    ServiceToken: 'the local cloud needs no provider function',
    SkipDestinationValidation: 'the bus is always there',
  },
  identify: ({ stack, logicalId }) => ({ ref: `${stack}-${logicalId}`, attributes: {} }),
});
