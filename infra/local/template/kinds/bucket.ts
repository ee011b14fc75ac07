import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';

const corsRule = z.strictObject({
  AllowedMethods: z.array(z.string()),
  AllowedOrigins: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).optional(),
  ExposedHeaders: z.array(z.string()).optional(),
  MaxAge: z.number().optional(),
  Id: z.string().optional(),
});

export const bucketKind = defineKind({
  type: 'AWS::S3::Bucket',
  properties: z.strictObject({
    BucketName: z.string().optional(),
    CorsConfiguration: z.strictObject({ CorsRules: z.array(corsRule) }).optional(),
    NotificationConfiguration: z
      .strictObject({
        EventBridgeConfiguration: z.strictObject({
          EventBridgeEnabled: z.literal(true).optional(),
        }),
      })
      .optional(),
  }),
  withoutEffect: {
    ...TAGS_WITHOUT_EFFECT,
    BucketEncryption: 'objects are plain files of the developer',
    LifecycleConfiguration: 'a laptop keeps its objects until its state folder is deleted',
    ObjectLockConfiguration: 'whoever owns the laptop owns its objects',
    ObjectLockEnabled: 'whoever owns the laptop owns its objects',
    OwnershipControls: 'there is one local account',
    PublicAccessBlockConfiguration: 'the store listens on loopback only',
    VersioningConfiguration: 'the engine keeps the latest version only',
  },
  identify: (resource, place) => {
    const name = resource.property('BucketName') ?? bucketName(resource);
    const host = `${name}.s3.${place.region}.amazonaws.com`;
    return {
      ref: name,
      attributes: {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: host,
      },
    };
  },
});

// Bucket names are lower case and at most 63 characters.
const bucketName = ({ stack, logicalId }: { stack: string; logicalId: string }): string =>
  `${stack}-${logicalId}`.toLowerCase().slice(0, 63);
