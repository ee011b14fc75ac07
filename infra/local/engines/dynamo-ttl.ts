import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  type DynamoDBClient,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/runtime/clock.ts';
import { complain } from './complaint.ts';
import type { LocalTable } from './dynamo-table.ts';

type Item = Readonly<Record<string, AttributeValue>>;

/** What the sweeper removed lately: the engine's stream cannot tell it from a user's delete. */
export interface ExpiredKeys {
  has(tableName: string, key: object): boolean;
}

export interface Expiry {
  readonly expiredKeys: ExpiredKeys;
  watch(table: LocalTable): void;
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

const REMEMBERED = 10_000;
/** DynamoDB leaves items alone whose time is further back (guards against wrong units). */
const FIVE_YEARS_SECONDS = 5 * 365 * 86_400;

/** Deletes items past their time to live, as DynamoDB's own background process does. */
export function createExpiry(
  client: DynamoDBClient,
  { clock, intervalMs }: { readonly clock: Clock; readonly intervalMs: number },
): Expiry {
  const tables: LocalTable[] = [];
  const removed = new Set<string>();
  const sweep = async () => {
    for (const table of tables) await sweepTable(client, clock, table, removed);
  };
  let current = Promise.resolve();
  const timer = setInterval(() => {
    // The next sweep makes up for a failed one; items are late then, which DynamoDB's are too.
    current = sweep().catch((error) => complain('expired items were not removed', error));
  }, intervalMs);
  return {
    expiredKeys: { has: (tableName, key) => removed.has(fingerprint(tableName, key)) },
    watch: (table) => void tables.push(table),
    sweep,
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}

async function sweepTable(
  client: DynamoDBClient,
  clock: Clock,
  table: LocalTable,
  removed: Set<string>,
): Promise<void> {
  const { ttlAttribute, tableName } = table;
  if (!ttlAttribute) return;
  const now = Math.floor(clock.now().getTime() / 1000);
  const expired = {
    ExpressionAttributeNames: { '#ttl': ttlAttribute },
    ExpressionAttributeValues: {
      ':now': { N: String(now) },
      ':oldest': { N: String(now - FIVE_YEARS_SECONDS) },
    },
  };
  const condition = '#ttl BETWEEN :oldest AND :now';
  const scan = { TableName: tableName, FilterExpression: condition, ...expired };
  for await (const { Items = [] } of paginateScan({ client }, scan)) {
    for (const item of Items) {
      const key = keyOf(item, table);
      const print = fingerprint(tableName, key);
      // Before the delete: the stream may show it before the call returns.
      remember(removed, print);
      const input = { TableName: tableName, Key: key, ConditionExpression: condition, ...expired };
      if (!(await deletedNow(client, input))) removed.delete(print);
    }
  }
}

/** False if somebody prolonged or removed the item between the scan and now. */
async function deletedNow(client: DynamoDBClient, input: DeleteItemCommandInput): Promise<boolean> {
  try {
    await client.send(new DeleteItemCommand(input));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

const keyOf = (item: Item, { keyAttributes }: LocalTable): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(item).filter(([name]) => keyAttributes.includes(name)));

function remember(removed: Set<string>, print: string): void {
  removed.add(print);
  for (const oldest of removed) {
    if (removed.size <= REMEMBERED) return;
    removed.delete(oldest);
  }
}

const fingerprint = (tableName: string, key: object) =>
  JSON.stringify([tableName, ...Object.entries(key).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
