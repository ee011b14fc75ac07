import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, describe, expect, it } from 'vitest';
import { startBuckets } from '#infra/local/engines/buckets.ts';
import { startControlPlane } from '#infra/local/engines/control-plane.ts';
import { createCredentialBook } from '#infra/local/engines/credentials.ts';
import { createEventBridge } from '#infra/local/engines/event-bridge.ts';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { createSecrets } from '#infra/local/engines/secrets.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { temporaryFolder } from './temporary-folder.ts';

const identity = localIdentity('eu-central-1');
const { region, credentials } = identity;
const QUEUE = 'arn:aws:sqs:eu-central-1:000000000000:queue';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function start(dataFolder?: string) {
  const delivered: string[] = [];
  const eventBridge = createEventBridge({
    identity,
    clock: systemClock,
    ids: randomIds,
    deliverToQueue: (_arn, body) => void delivered.push(body),
    invokeFunction: () => {},
  });
  eventBridge.addBus('onboarding');
  eventBridge.addRule('all', {
    EventBusName: 'onboarding',
    EventPattern: { source: [{ prefix: '' }] },
    Targets: [{ Id: 'queue', Arn: QUEUE }],
  });
  const secrets = createSecrets(identity, dataFolder);
  const book = createCredentialBook(systemClock);
  const plane = await startControlPlane({ eventBridge, secrets, credentials: book });
  cleanUps.push(plane.stop);
  const config = { endpoint: plane.endpoint, region, credentials };
  return {
    plane,
    secrets,
    book,
    delivered,
    events: new EventBridgeClient(config),
    secretsManager: new SecretsManagerClient(config),
  };
}

const entry = { EventBusName: 'onboarding', Source: 'test', DetailType: 'x', Detail: '{"n":1}' };

describe('PutEvents of the control plane', () => {
  it('answers entry by entry', async () => {
    const { events, delivered } = await start();
    const answer = await events.send(
      new PutEventsCommand({ Entries: [entry, { ...entry, Detail: 'x' }, entry] }),
    );
    expect(answer.FailedEntryCount).toBe(1);
    expect(answer.Entries).toMatchObject([
      { EventId: expect.any(String) },
      { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
      { EventId: expect.any(String) },
    ]);
    expect(delivered).toHaveLength(2);
  });

  it.each([
    ['eleven entries', Array.from({ length: 11 }, () => entry)],
    ['more than 256 KB', [{ ...entry, Detail: JSON.stringify({ x: 'y'.repeat(262_144) }) }]],
  ])('refuses %s as a whole', async (_what, Entries) => {
    const { events, delivered } = await start();
    await expect(events.send(new PutEventsCommand({ Entries }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(delivered).toEqual([]);
  });
});

describe('Secrets Manager of the control plane', () => {
  it('gives the value of a secret by name and by ARN, and the one that was put', async () => {
    const { secrets, secretsManager } = await start();
    const SecretId = secrets.add('openai', 'from-env');
    const read = async (id: string) =>
      (await secretsManager.send(new GetSecretValueCommand({ SecretId: id }))).SecretString;
    expect(await read('openai')).toBe('from-env');
    await secretsManager.send(new PutSecretValueCommand({ SecretId, SecretString: 'rotated' }));
    expect(await read(SecretId)).toBe('rotated');
  });

  it('keeps a put value over a restart until the environment gives another', async () => {
    const dataFolder = await temporaryFolder();
    const first = await start(dataFolder);
    first.secrets.add('key', 'a');
    first.secrets.put('key', 'rotated');
    const valueAfter = (given: string) => {
      const secrets = createSecrets(identity, dataFolder);
      return secrets.find(secrets.add('key', given))?.value;
    };
    expect(valueAfter('a')).toBe('rotated');
    expect(valueAfter('b')).toBe('b');
  });

  it('has nothing for an unknown or an empty secret', async () => {
    const { secrets, secretsManager } = await start();
    secrets.add('empty');
    for (const SecretId of ['unknown', 'empty']) {
      await expect(
        secretsManager.send(new GetSecretValueCommand({ SecretId })),
      ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    }
  });
});

describe('STS of the control plane', () => {
  it('hands out credentials that sign, and remembers for whom', async () => {
    const { plane, book } = await start();
    const form = new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: 'arn:aws:iam::000000000000:role/tenant',
      RoleSessionName: 'acme',
      'Tags.member.1.Key': 'tenant',
      'Tags.member.1.Value': 'acme',
    });
    const xml = await (await fetch(plane.endpoint, { method: 'POST', body: form })).text();
    const field = (name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1] ?? '';
    expect(field('Arn')).toBe('arn:aws:sts::000000000000:assumed-role/tenant/acme');
    expect(book.sessionOf(field('AccessKeyId'))).toMatchObject({ tags: { tenant: 'acme' } });

    const buckets = await startBuckets({ identity, secretOf: book.secretOf });
    cleanUps.push(buckets.stop);
    buckets.createBucket('documents', {});
    const s3 = new S3Client({
      endpoint: buckets.endpoint,
      region,
      credentials: {
        accessKeyId: field('AccessKeyId'),
        secretAccessKey: field('SecretAccessKey'),
        sessionToken: field('SessionToken'),
      },
    });
    const command = new PutObjectCommand({ Bucket: 'documents', Key: 'a' });
    const url = await getSignedUrl(s3, command, { expiresIn: 60 });
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(200);
  });
});

describe('the control plane', () => {
  it('refuses what it does not serve, in the words of AWS', async () => {
    const { plane, events, secretsManager } = await start();
    await expect(events.send(new ListRulesCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
    await expect(secretsManager.send(new CreateSecretCommand({ Name: 'x' }))).rejects.toMatchObject(
      { name: 'UnknownOperationException' },
    );
    const body = new URLSearchParams({ Action: 'GetFederationToken' });
    const refused = await fetch(plane.endpoint, { method: 'POST', body });
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining('<Code>InvalidAction</Code>'),
    ]);
  });
});
