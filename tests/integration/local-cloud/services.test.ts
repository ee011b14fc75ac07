import {
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { useFixtureCloud } from '#tests/support/fixture-app/use-fixture-cloud.ts';

describe('a client from outside', () => {
  const cloud = useFixtureCloud({ indexLagMs: 400 });
  const { region, credentials } = localIdentity('us-east-1');
  let dynamo: DynamoDBClient;
  let s3: S3Client;

  beforeAll(() => {
    const { endpoints } = cloud;
    dynamo = new DynamoDBClient({ region, credentials, endpoint: endpoints.dynamodb });
    s3 = new S3Client({ region, credentials, endpoint: endpoints.s3 });
  });
  afterEach(() => cloud.faults.clear());
  afterAll(() => {
    dynamo.destroy();
    s3.destroy();
  });

  const note = (id: string) => ({ PK: { S: id }, SK: { S: 'PAGE' }, all: { S: id } });
  const put = (id: string) => ({ TableName: cloud.endpoints.table, Item: note(id) });

  it('uploads by a presigned URL, and not by a tampered one', async () => {
    const command = new PutObjectCommand({ Bucket: cloud.endpoints.bucket, Key: 'a/b c.txt' });
    const url = await getSignedUrl(s3, command, { expiresIn: 60 });
    const upload = (address: string) => fetch(address, { method: 'PUT', body: 'text' });
    expect((await upload(url)).status).toBe(200);
    expect((await upload(url.replace('b%20c', 'other'))).status).toBe(403);
  });

  it('sees a cancelled transaction as DynamoDB cancels one', async () => {
    const fault = cloud.faults.conflict({ operation: 'TransactWriteItems', times: 9 });
    const TransactItems = [{ Put: put('x') }, { Put: put('y') }];
    const failure = await dynamo
      .send(new TransactWriteItemsCommand({ TransactItems }))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransactionCanceledException);
    expect(Object(failure).CancellationReasons).toMatchObject([
      { Code: 'TransactionConflict' },
      { Code: 'None' },
    ]);
    expect(fault.fired()).toBeGreaterThan(0);
  });

  it('has its request sent twice without noticing', async () => {
    const condition = { ConditionExpression: 'attribute_not_exists(PK)' };
    cloud.faults.duplicate({ operation: 'PutItem' });
    await expect(
      dynamo.send(new PutItemCommand({ ...put('twice'), ...condition })),
    ).rejects.toThrow('conditional request failed');
  });

  it('finds a new item in an index only after a while', async () => {
    const search = async () => {
      const { Count } = await dynamo.send(
        new QueryCommand({
          TableName: cloud.endpoints.table,
          IndexName: 'all',
          KeyConditionExpression: '#all = :all',
          ExpressionAttributeNames: { '#all': 'all' },
          ExpressionAttributeValues: { ':all': { S: 'z' } },
        }),
      );
      return Count;
    };
    await dynamo.send(new PutItemCommand(put('z')));
    const before = await search();
    await cloud.drain();
    expect([before, await search()]).toEqual([0, 1]);
  });

  it('is told by each service that throttles, in words its SDK understands', async () => {
    cloud.faults.throttle({ times: 99 });
    const once = { maxAttempts: 1, region, credentials };
    const table = new DynamoDBClient({ ...once, endpoint: cloud.endpoints.dynamodb });
    const bucket = new S3Client({ ...once, endpoint: cloud.endpoints.s3 });
    await expect(table.send(new PutItemCommand(put('t')))).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
    const object = { Bucket: cloud.endpoints.bucket, Key: 'k', Body: 'x' };
    await expect(bucket.send(new PutObjectCommand(object))).rejects.toMatchObject({
      name: 'SlowDown',
    });
    table.destroy();
    bucket.destroy();
  });
});
