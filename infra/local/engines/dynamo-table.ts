import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndexDescription,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { type LocalIdentity, localArn } from './local-identity.ts';
import { readTableProperties, type TableProperties } from './table-properties.ts';

export interface LocalTable {
  readonly tableName: string;
  readonly tableArn: string;
  /** As `GetAtt StreamArn` gives it; absent without a stream. */
  readonly streamArn: string | undefined;
  readonly partitionKey: string;
  readonly keyAttributes: readonly string[];
  readonly ttlAttribute: string | undefined;
}

/** Makes the table, or takes the stored one if it still is what the template says. */
export async function createLocalTable(
  client: DynamoDBClient,
  identity: LocalIdentity,
  tableName: string,
  properties: unknown,
): Promise<LocalTable> {
  const wanted = readTableProperties(tableName, properties);
  const stored = await describe(client, tableName);
  if (stored) refuseDrift(stored, wanted.definition);
  else await create(client, wanted);
  const tableArn = localArn(identity, 'dynamodb', `table/${tableName}`);
  const label = (stored ?? (await describe(client, tableName)))?.LatestStreamLabel;
  const keys = wanted.definition.KeySchema ?? [];
  return {
    tableName,
    tableArn,
    streamArn: label && `${tableArn}/stream/${label}`,
    partitionKey: keys.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '',
    keyAttributes: keys.flatMap(({ AttributeName = [] }) => AttributeName),
    ttlAttribute: wanted.ttlAttribute,
  };
}

async function describe(client: DynamoDBClient, tableName: string) {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: tableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function create(client: DynamoDBClient, { definition, ttlAttribute }: TableProperties) {
  await client.send(new CreateTableCommand(definition));
  if (!ttlAttribute) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: definition.TableName,
      TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
    }),
  );
}

/** Changing keys or indexes of stored data is a migration; here deleting it is the honest answer. */
function refuseDrift(stored: TableDescription, wanted: CreateTableCommandInput): void {
  const shapeOf = (table: TableDescription | CreateTableCommandInput) =>
    JSON.stringify([
      byName(table.AttributeDefinitions ?? [], ({ AttributeName }) => AttributeName),
      table.KeySchema,
      byName(indexShapes(table.GlobalSecondaryIndexes ?? []), ([name]) => name),
      table.StreamSpecification?.StreamViewType,
    ]);
  if (shapeOf(stored) === shapeOf(wanted)) return;
  throw new Error(
    `The stored table ${wanted.TableName} has other keys, indexes or streams than the template: delete the data folder to start anew.`,
  );
}

type IndexShape = Pick<GlobalSecondaryIndexDescription, 'IndexName' | 'KeySchema' | 'Projection'>;

const indexShapes = (indexes: readonly IndexShape[]) =>
  indexes.map(
    ({ IndexName, KeySchema, Projection }) => [IndexName, KeySchema, Projection] as const,
  );

const byName = <T>(items: readonly T[], nameOf: (item: T) => string | undefined) =>
  items.toSorted((a, b) => (nameOf(a) ?? '').localeCompare(nameOf(b) ?? ''));
