import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startDynamo } from '#infra/local/engines/dynamo.ts';
import { type FollowStreamOptions, followStream } from '#infra/local/engines/dynamo-stream.ts';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import type { StreamRecord } from '#infra/local/engines/stream-record.ts';
import { temporaryFolder } from './temporary-folder.ts';

const identity = localIdentity('eu-central-1');

const tableProperties = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['PK', 'SK', 'inbox'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'inbox',
      KeySchema: [{ AttributeName: 'inbox', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
};

const cleanUps: (() => Promise<void>)[] = [];
const atTheEnd = <T extends { stop(): Promise<void> }>(engine: T): T => {
  cleanUps.unshift(() => engine.stop());
  return engine;
};
afterEach(async () => {
  vi.restoreAllMocks();
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function startTable(options: { dataFolder?: string; nowMs?: number } = {}) {
  const { nowMs = Date.now(), ...rest } = options;
  const clock = { now: () => new Date(nowMs) };
  const dynamo = atTheEnd(await startDynamo({ identity, clock, ...rest }));
  const table = await dynamo.createTable('things', tableProperties);
  const { region, credentials } = identity;
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region, credentials });
  const put = (pk: string, sk: string, value = 0, extra = {}) =>
    client.send(
      new PutItemCommand({
        TableName: 'things',
        Item: { PK: { S: pk }, SK: { S: sk }, value: { N: String(value) }, ...extra },
      }),
    );
  return { dynamo, table, client, put };
}

type Started = Awaited<ReturnType<typeof startTable>>;

async function follow(
  { dynamo, table }: Started,
  onRecords: (records: readonly StreamRecord[], shard: number) => Promise<void>,
  options: Partial<FollowStreamOptions> = {},
) {
  const { endpoint, expiredKeys } = dynamo;
  const consumer = 'test';
  const required = { endpoint, expiredKeys, identity, table, consumer, onRecords };
  return atTheEnd(await followStream({ ...required, ...options }));
}

const keyOf = ({ dynamodb }: StreamRecord) => JSON.stringify(dynamodb.Keys.PK);

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { interval: 5, timeout: 5_000 }).toBe(true);
}

describe('the local DynamoDB', () => {
  it('says which condition of a transaction failed, and shows the item that was there', async () => {
    const { client, put } = await startTable();
    await put('a', '1', 7);
    const transaction = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: 'things', Item: { PK: { S: 'b' }, SK: { S: '1' } } } },
        {
          ConditionCheck: {
            TableName: 'things',
            Key: { PK: { S: 'a' }, SK: { S: '1' } },
            ConditionExpression: 'attribute_not_exists(PK)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          },
        },
      ],
    });
    const failure = await client.send(transaction).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransactionCanceledException);
    expect(failure).toMatchObject({
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Item: { value: { N: '7' } } },
      ],
    });
  });

  it('keeps items in the data folder and refuses a template with other keys', async () => {
    const dataFolder = await temporaryFolder();
    const first = await startTable({ dataFolder });
    await first.put('a', '1');
    await first.dynamo.stop();
    const second = await startTable({ dataFolder });
    const found = await second.client.send(
      new QueryCommand({
        TableName: 'things',
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'a' } },
      }),
    );
    expect(found.Items).toHaveLength(1);
    const otherwise = { ...tableProperties, StreamSpecification: undefined };
    await expect(second.dynamo.createTable('things', otherwise)).rejects.toThrow(
      /delete the data folder/,
    );
  });

  it('refuses a property it does not know', async () => {
    const { dynamo } = await startTable();
    const unknown = { ...tableProperties, WarmThroughput: {} };
    await expect(dynamo.createTable('other', unknown)).rejects.toThrow(/WarmThroughput/);
  });

  it('uses a DynamoDB that runs elsewhere, and leaves it running', async () => {
    const elsewhere = await startTable();
    const { endpoint } = elsewhere.dynamo;
    const dynamo = await startDynamo({ identity, endpoint });
    expect(dynamo.endpoint).toBe(endpoint);
    expect(await dynamo.createTable('things', tableProperties)).toEqual(elsewhere.table);
    await dynamo.stop();
    await elsewhere.put('still', 'there');
  });

  it('dies with its parent, however that dies', async () => {
    const script = `
      import { startDynamo } from '#infra/local/engines/dynamo.ts';
      import { localIdentity } from '#infra/local/engines/local-identity.ts';
      const { endpoint } = await startDynamo({ identity: localIdentity('eu-central-1') });
      console.log(endpoint);
      setInterval(() => {}, 1000);
    `;
    const parent = spawn('node', ['--input-type=module', '-e', script]);
    const [line] = await once(parent.stdout, 'data');
    const endpoint = String(line).trim();
    expect((await fetch(endpoint)).status).toBeLessThan(500);
    parent.kill('SIGKILL');
    const answers = () =>
      fetch(endpoint)
        .then(() => true)
        .catch(() => false);
    await expect.poll(answers, { interval: 20, timeout: 3_000 }).toBe(false);
  });

  it('removes what is past its time to live, and only that, and says so in the stream', async () => {
    const started = await startTable({ nowMs: 2_000_000_000_000 });
    const removals: StreamRecord[] = [];
    await follow(started, async (records) => {
      removals.push(...records.filter(({ eventName }) => eventName === 'REMOVE'));
    });
    await started.put('old', '1', 0, { expires_at: { N: '1999999999' } });
    await started.put('young', '1', 0, { expires_at: { N: '2000000001' } });
    await started.put('milliseconds', '1', 0, { expires_at: { N: '1999999999000' } });
    await started.dynamo.sweep();
    await until(() => removals.length === 1);
    expect(removals[0]).toMatchObject({
      dynamodb: { Keys: { PK: { S: 'old' } } },
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    });
  });
});

describe('the stream of a local table', () => {
  it('delivers a change as Lambda gets it', async () => {
    const started = await startTable();
    const arrived: StreamRecord[] = [];
    await follow(started, async (records) => void arrived.push(...records));
    await started.put('a', '1', 5, { blob: { B: new Uint8Array([1, 2, 3]) } });
    await until(() => arrived.length === 1);
    expect(arrived[0]).toMatchObject({
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-central-1',
      eventSourceARN: started.table.streamArn,
      dynamodb: {
        Keys: { PK: { S: 'a' }, SK: { S: '1' } },
        NewImage: { value: { N: '5' }, blob: { B: 'AQID' } },
      },
    });
  });

  it('delivers within 100 ms', { retry: 3 }, async () => {
    const started = await startTable();
    const delays: number[] = [];
    let written = 0;
    await follow(started, async () => void delays.push(performance.now() - written));
    for (let n = 1; n <= 5; n += 1) {
      written = performance.now();
      await started.put('a', String(n));
      await until(() => delays.length === n);
    }
    const median = delays.toSorted((a, b) => a - b)[2];
    expect(median).toBeLessThan(100);
  });

  it('says when all that was written is delivered', async () => {
    const started = await startTable();
    let delivered = 0;
    const follower = await follow(started, async (records) => {
      delivered += records.length;
    });
    for (let n = 0; n < 20; n += 1) await started.put('a', String(n));
    const written = Date.now();
    await until(() => follower.caughtUpTo() > written);
    expect(delivered).toBe(20);
  });

  it('keeps the order of each key over two shards, and says nothing of a change of nothing', async () => {
    const started = await startTable();
    const seen: { readonly key: string; readonly value: unknown; readonly shard: number }[] = [];
    await follow(started, async (records, shard) => {
      for (const record of records) {
        seen.push({ key: keyOf(record), value: record.dynamodb.NewImage?.value, shard });
      }
    });
    for (let value = 1; value <= 3; value += 1) {
      for (let key = 0; key < 20; key += 1) await started.put(`k${key}`, 's', value);
    }
    await started.put('k0', 's', 3);
    await started.put('last', 's', 1);
    await until(() => seen.length === 61);
    expect(new Set(seen.map(({ shard }) => shard))).toEqual(new Set([0, 1]));
    for (const [key, changes] of Map.groupBy(seen, (change) => change.key)) {
      const values = key.includes('last') ? [1] : [1, 2, 3];
      expect(changes.map(({ value }) => value)).toEqual(values.map((n) => ({ N: String(n) })));
      expect(new Set(changes.map(({ shard }) => shard)).size).toBe(1);
    }
  });

  it('blocks a shard behind a failing batch and delivers that batch again', async () => {
    const started = await startTable();
    const calls: string[][] = [];
    vi.spyOn(console, 'error').mockReturnValue();
    const onRecords = async (records: readonly StreamRecord[]) => {
      calls.push(records.map((record) => JSON.stringify(record.dynamodb.Keys.SK)));
      if (calls.length < 3) throw new Error('not yet');
    };
    await follow(started, onRecords, { batchSize: 1, retryDelayMs: 1, shards: 1 });
    await started.put('a', '1');
    await started.put('a', '2');
    await until(() => calls.length === 4);
    expect(calls[0]).toEqual(calls[1]);
    expect(calls[0]).toEqual(calls[2]);
    expect(calls[3]).not.toEqual(calls[2]);
  });

  it('delivers after a restart what was not delivered before, and not what was', async () => {
    const dataFolder = await temporaryFolder();
    const first = await startTable({ dataFolder });
    const before: string[] = [];
    const follower = await follow(
      first,
      async (records) => {
        before.push(...records.map(keyOf));
      },
      { dataFolder },
    );
    await first.put('seen', '1');
    await until(() => before.length === 1);
    await follower.stop();
    await first.put('unseen', '1');
    await first.dynamo.stop();
    const second = await startTable({ dataFolder });
    const after: string[] = [];
    const onRecords = async (records: readonly StreamRecord[]) => {
      after.push(...records.map(keyOf));
    };
    await follow(second, onRecords, { dataFolder });
    await until(() => after.length > 0);
    expect(after).toEqual([expect.stringContaining('unseen')]);
  });
});
