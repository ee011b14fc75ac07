import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, describe, expect, it } from 'vitest';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { type ObjectChange, objectEvent } from '#infra/local/engines/object-event.ts';
import { startQueuesAndBuckets } from '#infra/local/engines/queues-and-buckets.ts';
import { temporaryFolder } from './temporary-folder.ts';

const identity = localIdentity('eu-central-1');
const { region, credentials } = identity;

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function start(options: { dataFolder?: string; nowMs?: () => number } = {}) {
  const { nowMs = Date.now, ...rest } = options;
  const clock = { now: () => new Date(nowMs()) };
  const engines = await startQueuesAndBuckets({ identity, clock, ...rest });
  cleanUps.push(engines.stop);
  const changes: ObjectChange[] = [];
  engines.onObjectEvent((change) => changes.push(change));
  const s3 = new S3Client({ endpoint: engines.s3Endpoint, region, credentials });
  const sqs = new SQSClient({ endpoint: engines.sqsEndpoint, region, credentials });
  return { engines, changes, s3, sqs };
}

const documents = {
  CorsConfiguration: {
    CorsRules: [
      {
        AllowedMethods: ['PUT'],
        AllowedOrigins: ['https://console.example'],
        AllowedHeaders: ['content-type'],
        ExposedHeaders: ['ETag'],
        MaxAge: 600,
      },
    ],
  },
  NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
};

const put = (Key: string, Body: string, extra = {}) =>
  new PutObjectCommand({ Bucket: 'documents', Key, Body, ...extra });

describe('the local SQS', () => {
  it('moves a message to the dead letters after the last attempt', async () => {
    const { engines, sqs } = await start();
    const parked = engines.createQueue('parked', {});
    const queue = engines.createQueue('work', {
      VisibilityTimeout: 0,
      RedrivePolicy: { deadLetterTargetArn: parked.queueArn, maxReceiveCount: 2 },
    });
    const QueueUrl = queue.queueUrl;
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
    const receive = (url: string) =>
      sqs.send(new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 0 }));
    expect((await receive(QueueUrl)).Messages).toHaveLength(1);
    expect((await receive(QueueUrl)).Messages).toHaveLength(1);
    expect((await receive(QueueUrl)).Messages).toBeUndefined();
    expect((await receive(parked.queueUrl)).Messages?.[0]?.Body).toBe('poison');
  });

  it('wakes a long poll when a service of the account sends a message', async () => {
    const { engines, sqs } = await start();
    const queue = engines.createQueue('work', {});
    const received = sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queue.queueUrl, WaitTimeSeconds: 5 }),
    );
    engines.send(queue.queueArn, 'hello');
    expect((await received).Messages?.[0]?.Body).toBe('hello');
    expect(engines.depth('work')).toEqual({ visible: 0, inFlight: 1, delayed: 0 });
  });

  it('keeps messages over a restart, under the address of the new run', async () => {
    const dataFolder = await temporaryFolder();
    const first = await start({ dataFolder });
    first.engines.send(first.engines.createQueue('work', {}).queueArn, 'kept');
    await first.engines.stop();
    cleanUps.length = 0;
    const { engines, sqs } = await start({ dataFolder });
    const { queueUrl } = engines.createQueue('work', { VisibilityTimeout: 60 });
    expect(queueUrl.startsWith(`${engines.sqsEndpoint}/`)).toBe(true);
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'work' }));
    expect(QueueUrl).toBe(queueUrl);
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages?.[0]?.Body).toBe('kept');
    const ReceiptHandle = Messages?.[0]?.ReceiptHandle;
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    expect(engines.depth('work')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('refuses a property it does not know', async () => {
    const { engines } = await start();
    expect(() => engines.createQueue('work', { DeduplicationScope: 'queue' })).toThrow(
      /DeduplicationScope/,
    );
  });
});

describe('the local S3', () => {
  it('tells of every created and deleted object, with the key as it is', async () => {
    const { engines, changes, s3 } = await start();
    engines.createBucket('documents', documents);
    const key = 'tenants/acme/knowledge/öl & gas+plan #1.md';
    await s3.send(put(key, 'hello'));
    await s3.send(
      new CopyObjectCommand({
        Bucket: 'documents',
        Key: 'copy.md',
        CopySource: `documents/${encodeURIComponent(key)}`,
      }),
    );
    await s3.send(new DeleteObjectCommand({ Bucket: 'documents', Key: key }));
    await s3.send(new DeleteObjectCommand({ Bucket: 'documents', Key: 'never-there' }));
    expect(changes.map((change) => [change.kind, change.key, change.reason])).toEqual([
      ['created', key, 'PutObject'],
      ['created', 'copy.md', 'CopyObject'],
      ['deleted', key, 'DeleteObject'],
    ]);
    const [created, , deleted] = changes;
    expect(created?.sequencer.localeCompare(deleted?.sequencer ?? '')).toBe(-1);
    expect(created && objectEvent(created, '000000000000')).toEqual({
      source: 'aws.s3',
      detailType: 'Object Created',
      resources: ['arn:aws:s3:::documents'],
      detail: {
        version: '0',
        bucket: { name: 'documents' },
        object: {
          key,
          size: 5,
          etag: '5d41402abc4b2a76b9719d911017c592',
          sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
        },
        'request-id': expect.stringMatching(/^[0-9A-F]{16}$/),
        requester: '000000000000',
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    });
  });

  it('is silent about a bucket without events', async () => {
    const { engines, changes, s3 } = await start();
    engines.createBucket('documents', {});
    await s3.send(put('a', 'x'));
    expect(changes).toEqual([]);
    engines.enableObjectEvents('documents');
    await s3.send(put('a', 'x'));
    expect(changes).toHaveLength(1);
  });

  it('puts an object only if it is new or still the one that was read', async () => {
    const { engines, s3 } = await start();
    engines.createBucket('documents', {});
    const { ETag } = await s3.send(put('a', '1', { IfNoneMatch: '*' }));
    await expect(s3.send(put('a', '2', { IfNoneMatch: '*' }))).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await s3.send(put('a', '2', { IfMatch: ETag }));
    await expect(s3.send(put('a', '3', { IfMatch: ETag }))).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    await expect(s3.send(put('b', '3', { IfMatch: ETag }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });

  it('takes twenty simultaneous conditional PUTs of one key and keeps one', async () => {
    const { engines, s3 } = await start();
    engines.createBucket('documents', {});
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => s3.send(put('a', String(n), { IfNoneMatch: '*' }))),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes an upload by presigned URL and refuses it anonymous, tampered, expired or forged', async () => {
    let nowMs = Date.now();
    const { engines, s3 } = await start({ nowMs: () => nowMs });
    engines.createBucket('documents', documents);
    const command = new PutObjectCommand({
      Bucket: 'documents',
      Key: 'a b.md',
      ContentType: 'text/markdown',
    });
    const options = { expiresIn: 60, signableHeaders: new Set(['content-type']) };
    const url = await getSignedUrl(s3, command, options);
    const upload = async (to: string, type = 'text/markdown') => {
      const response = await fetch(to, {
        method: 'PUT',
        body: 'hello',
        headers: { 'content-type': type },
      });
      return [response.status, /<Code>(\w+)/.exec(await response.text())?.[1]];
    };
    expect(await upload(url)).toEqual([200, undefined]);
    expect(await upload(url, 'text/html')).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await upload(url.replace('a%20b', 'other'))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await upload(url.replace('Expires=60', 'Expires=600'))).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
    expect(await upload(url.split('?')[0] ?? '')).toEqual([403, 'AccessDenied']);
    const stranger = new S3Client({
      endpoint: engines.s3Endpoint,
      region,
      credentials: { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x' },
    });
    expect(await upload(await getSignedUrl(stranger, command, options))).toEqual([
      403,
      'InvalidAccessKeyId',
    ]);
    nowMs += 61_000;
    expect(await upload(url)).toEqual([403, 'AccessDenied']);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'documents', Key: 'a b.md' }));
    expect(await Body?.transformToString()).toBe('hello');
  });

  it('answers the preflight of an allowed page and of no other', async () => {
    const { engines } = await start();
    engines.createBucket('documents', documents);
    const preflight = (origin: string) =>
      fetch(`${engines.s3Endpoint}/documents/a.md`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': 'content-type',
        },
      });
    const allowed = await preflight('https://console.example');
    expect(allowed.status).toBe(200);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-origin': 'https://console.example',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '600',
    });
    expect((await preflight('https://evil.example')).status).toBe(403);
  });

  it('takes a document of 50 MB and finds it again after a restart', async () => {
    const dataFolder = await temporaryFolder();
    const first = await start({ dataFolder });
    first.engines.createBucket('documents', {});
    const megabytes = Buffer.alloc(50 * 1024 * 1024, 'x').toString();
    await first.s3.send(put('big', megabytes));
    await first.engines.stop();
    cleanUps.length = 0;
    const { engines, s3 } = await start({ dataFolder });
    engines.createBucket('documents', {});
    const { ContentLength } = await s3.send(
      new GetObjectCommand({ Bucket: 'documents', Key: 'big' }),
    );
    expect(ContentLength).toBe(megabytes.length);
  });
});
