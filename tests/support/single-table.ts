import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamo } from '#infra/local/engines/dynamo.ts';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { systemClock } from '#shared/runtime/clock.ts';

const TABLE_NAME = 'onboarding';

const index = (name: string) => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: `${name}_pk`, KeyType: 'HASH' },
    { AttributeName: `${name}_sk`, KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'ALL' },
});

/** The keys and indexes of the product's one table. */
const PROPERTIES = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['PK', 'SK', 'inbox_pk', 'inbox_sk', 'due_pk', 'due_sk'].map(
    (AttributeName) => ({ AttributeName, AttributeType: 'S' }),
  ),
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [index('inbox'), index('due')],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
};

/** The one table on a real engine, with nothing around it. */
export async function startSingleTable() {
  const identity = localIdentity('us-east-1');
  const dynamo = await startDynamo({ identity, clock: systemClock });
  await dynamo.createTable(TABLE_NAME, PROPERTIES);
  const { region, credentials } = identity;
  const base = new DynamoDBClient({ endpoint: dynamo.endpoint, region, credentials });
  return {
    client: DynamoDBDocumentClient.from(base),
    tableName: TABLE_NAME,
    stop: async () => {
      base.destroy();
      await dynamo.stop();
    },
  };
}
