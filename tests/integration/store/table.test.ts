import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { type LocalDynamo, startDynamo } from '#infra/local/engines/dynamo.ts';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { DynamoTable } from '#shared/store/table.dynamo.ts';
import { describeTable } from '#tests/support/table-conformance/describe-table.ts';

const identity = localIdentity('eu-central-1');
const KEYS = ['PK', 'SK', 'inbox_pk', 'inbox_sk', 'due_pk', 'due_sk'];
const schema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];
const index = (name: string) => ({
  IndexName: name,
  KeySchema: schema(`${name}_pk`, `${name}_sk`),
  Projection: { ProjectionType: 'ALL' },
});
const PROPERTIES = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: KEYS.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
  KeySchema: schema('PK', 'SK'),
  GlobalSecondaryIndexes: [index('inbox'), index('due')],
};

let dynamo: LocalDynamo;
let client: DynamoDBDocumentClient;
let tables = 0;
beforeAll(async () => {
  dynamo = await startDynamo({ identity });
  const { region, credentials } = identity;
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: dynamo.endpoint, region, credentials }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
});
afterAll(async () => {
  client.destroy();
  await dynamo.stop();
});

describe('the table in DynamoDB', () => {
  describeTable(async () => {
    const name = `table-${tables++}`;
    await dynamo.createTable(name, PROPERTIES);
    return new DynamoTable(() => client, name);
  });
});
