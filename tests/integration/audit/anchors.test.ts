import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { startQueuesAndBuckets } from '#infra/local/engines/queues-and-buckets.ts';
import { anchorKey } from '#shared/audit/anchor-key.ts';
import { S3Anchors } from '#shared/audit/anchors.s3.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { anchorsSuite } from '#tests/support/audit/anchors-suite.ts';

const identity = localIdentity('eu-central-1');
const Bucket = 'anchors';

describe('on S3', () => {
  let engines: Awaited<ReturnType<typeof startQueuesAndBuckets>>;
  let client: S3Client;
  beforeAll(async () => {
    engines = await startQueuesAndBuckets({ identity, clock: systemClock });
    engines.createBucket(Bucket, {});
    const { region, credentials } = identity;
    client = new S3Client({ endpoint: engines.s3Endpoint, region, credentials });
  });
  afterAll(async () => {
    client.destroy();
    await engines.stop();
  });

  anchorsSuite('S3', () => new S3Anchors(client, Bucket));

  test('an anchor tells in its file what its name tells, and when it was put there first', async () => {
    const tenant = trustedTenant('filed');
    const anchors = new S3Anchors(client, Bucket);
    const anchor = { tenant_id: tenant, sequence: 7, hash: 'd'.repeat(64), at: '2026' };
    await anchors.put(tenant, anchor);
    await anchors.put(tenant, { ...anchor, at: '2027' });
    const get = new GetObjectCommand({ Bucket, Key: anchorKey(tenant, anchor) });
    const text = await (await client.send(get)).Body?.transformToString();
    expect(JSON.parse(text ?? '')).toEqual(anchor);
  });
});
