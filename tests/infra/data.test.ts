import { beforeAll, describe, expect, it } from 'vitest';
import { ofType, type Placed, synthesize } from './synthesized.ts';

let resources: readonly Placed[];
beforeAll(async () => {
  resources = await synthesize();
});

describe('what must never be lost', () => {
  it('is one table with a stream of both images, recovery to any second, expiry and two indexes', () => {
    const tables = ofType(resources, 'AWS::DynamoDB::Table');
    expect(tables).toHaveLength(1);
    expect(tables[0]?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
      SSESpecification: { SSEEnabled: true },
      GlobalSecondaryIndexes: [{ IndexName: 'inbox' }, { IndexName: 'due' }],
    });
  });

  it('is a private, encrypted, unversioned bucket of documents that reports its objects', () => {
    const [bucket, ...others] = ofType(resources, 'AWS::S3::Bucket');
    expect(others).toHaveLength(1);
    expect(bucket?.Properties).not.toHaveProperty('VersioningConfiguration');
    expect(bucket?.Properties).toMatchObject({
      BucketEncryption: {},
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  it('is a private, encrypted bucket of anchors that keeps every version', () => {
    const [, bucket] = ofType(resources, 'AWS::S3::Bucket');
    expect(bucket?.Properties).toMatchObject({
      BucketEncryption: {},
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
    expect(bucket?.Properties).not.toHaveProperty('ObjectLockConfiguration');
  });

  it('locks anchors for as long as the environment says, against its owner too', async () => {
    const locked = await synthesize({ auditLockDays: 400 });
    const [, bucket] = ofType(locked, 'AWS::S3::Bucket');
    expect(bucket?.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 400 } },
      },
    });
  });

  it('stays when its stack is deleted', () => {
    const kept = resources.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain');
    expect(kept.map(({ Type }) => Type)).toEqual(
      expect.arrayContaining([
        'AWS::DynamoDB::Table',
        'AWS::S3::Bucket',
        'AWS::SecretsManager::Secret',
        'AWS::Cognito::UserPool',
      ]),
    );
  });
});
