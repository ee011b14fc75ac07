import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { startQueuesAndBuckets } from '#infra/local/engines/queues-and-buckets.ts';
import { S3DocumentObjects } from '#shared/knowledge/documents/document-objects.s3.ts';
import { S3VersionObjects } from '#shared/knowledge/documents/version-objects.s3.ts';
import { S3StoredObjects } from '#shared/knowledge/reconcile/stored-objects.s3.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { S3SegmentObjects } from '#shared/vectors/shelf/segment-objects.s3.ts';
import {
  documentObjectsSuite,
  segmentObjectsSuite,
  versionObjectsSuite,
} from '#tests/support/knowledge/objects-suite.ts';

const identity = localIdentity('eu-central-1');
const Bucket = 'documents';

describe('on S3', () => {
  let engines: Awaited<ReturnType<typeof startQueuesAndBuckets>>;
  let client: S3Client;
  beforeAll(async () => {
    engines = await startQueuesAndBuckets({ identity, clock: systemClock });
    engines.createBucket(Bucket, {});
    const { region, credentials } = identity;
    const endpoint = engines.s3Endpoint;
    client = new S3Client({
      endpoint,
      region,
      credentials,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
  });
  afterAll(async () => {
    client.destroy();
    await engines.stop();
  });

  const put = async (Key: string, Body: string) => {
    await client.send(new PutObjectCommand({ Bucket, Key, Body }));
  };
  documentObjectsSuite('S3', () => ({
    objects: new S3DocumentObjects(() => client, Bucket),
    put,
  }));
  segmentObjectsSuite('S3', () => new S3SegmentObjects(() => client, Bucket));
  versionObjectsSuite('S3', () => new S3VersionObjects(() => client, Bucket));

  test('a listing for the reconciler names tenants and their objects, as others see them', async () => {
    const key = 'tenants/zeta/knowledge/doc-1/Straße 1 – 夜.md';
    await put(key, 'hello');
    await put('tenants/Not-A-Tenant/knowledge/x/y.md', 'hello');
    const listing = new S3StoredObjects(client, Bucket);
    expect(await listing.tenants()).toEqual(['acme', 'zeta']);
    const head = await new S3DocumentObjects(() => client, Bucket).head(trustedTenant('zeta'), key);
    expect(await listing.list(trustedTenant('zeta'), 'knowledge')).toEqual([{ key, ...head }]);
    expect(await listing.list(trustedTenant('zeta'), 'versions')).toEqual([]);
  });

  test('a link stores its one file, and no file of another kind', async () => {
    const acme = trustedTenant('acme');
    const key = 'tenants/acme/knowledge/doc-1/rules.md';
    const objects = new S3DocumentObjects(() => client, Bucket);
    const { method, url, headers } = await objects.presignPut(acme, key, 'text/markdown');
    const put = (type: string) =>
      fetch(url, { method, headers: { ...headers, 'content-type': type }, body: '# Rules' });
    expect((await put('application/pdf')).status).toBe(403);
    expect(await objects.head(acme, key)).toBeUndefined();
    expect((await put('text/markdown')).status).toBe(200);
    expect(await objects.head(acme, key)).toMatchObject({ size: 7 });
  });
});
