import * as z from 'zod';
import type { CorsRule } from './s3-cors.ts';

export interface BucketProperties {
  readonly corsRules: readonly CorsRule[];
  /** Whether changes of objects are events on the default bus. */
  readonly eventBridge: boolean;
}

/**
 * What matters locally of the properties of AWS::S3::Bucket.
 * @throws ZodError naming each property that is not known here
 */
export function readBucketProperties(properties: unknown): BucketProperties {
  const { CorsConfiguration: cors, NotificationConfiguration: events } = served.parse(properties);
  return {
    corsRules: cors?.CorsRules ?? [],
    eventBridge: events?.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
  };
}

const withoutLocalEffect = z.unknown().optional();

const corsRule = z.strictObject({
  AllowedHeaders: z.array(z.string()).default([]),
  AllowedMethods: z.array(z.string()),
  AllowedOrigins: z.array(z.string()),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.number().optional(),
  Id: z.string().optional(),
});

const served = z.strictObject({
  BucketName: z.string().optional(),
  CorsConfiguration: z.strictObject({ CorsRules: z.array(corsRule) }).optional(),
  NotificationConfiguration: z
    .strictObject({
      EventBridgeConfiguration: z
        .strictObject({ EventBridgeEnabled: z.boolean().default(true) })
        .optional(),
    })
    .optional(),
  // Protection and accounting, which nobody on one machine needs.
  AccessControl: withoutLocalEffect,
  BucketEncryption: withoutLocalEffect,
  LoggingConfiguration: withoutLocalEffect,
  OwnershipControls: withoutLocalEffect,
  PublicAccessBlockConfiguration: withoutLocalEffect,
  Tags: withoutLocalEffect,
  // Objects stay as long as the data folder does.
  LifecycleConfiguration: withoutLocalEffect,
  // The engine keeps the latest version only. Code that lists versions fails loudly here.
  ObjectLockConfiguration: withoutLocalEffect,
  ObjectLockEnabled: withoutLocalEffect,
  VersioningConfiguration: withoutLocalEffect,
});
