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

  it('is one private, encrypted, unversioned bucket that reports its objects', () => {
    const [bucket, ...others] = ofType(resources, 'AWS::S3::Bucket');
    expect(others).toEqual([]);
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
