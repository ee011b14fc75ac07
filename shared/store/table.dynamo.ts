import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item, Key } from './item.ts';
import { BOOKKEEPING, itemKey, partitionOf } from './keys.ts';
import {
  type Found,
  ItemTooLargeError,
  type Page,
  type Refusal,
  type Selection,
  type Table,
  TransactionRefused,
} from './table.ts';
import { toTransactItem } from './transact-item.ts';
import type { Write } from './write.ts';

/** Gives the client that may touch this tenant's items: the seam of the second wall. */
export type TenantClient = (tenant: Tenant) => DynamoDBDocumentClient;

export class DynamoTable implements Table {
  readonly #clientOf: TenantClient;
  readonly #tableName: string;

  constructor(clientOf: TenantClient, tableName: string) {
    this.#clientOf = clientOf;
    this.#tableName = tableName;
  }

  async get(tenant: Tenant, key: Key): Promise<Item | undefined> {
    const get = new GetCommand({
      TableName: this.#tableName,
      Key: itemKey(tenant, key),
      ConsistentRead: true,
    });
    const { Item: found } = await this.#clientOf(tenant).send(get);
    return found && toItem(found);
  }

  async getMany(tenant: Tenant, keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
    if (keys.length === 0) return [];
    const found = new Map<string, Item>();
    let pending = keys.map((key) => itemKey(tenant, key));
    while (pending.length > 0) {
      const RequestItems = { [this.#tableName]: { Keys: pending, ConsistentRead: true } };
      const answer = await this.#clientOf(tenant).send(new BatchGetCommand({ RequestItems }));
      for (const record of answer.Responses?.[this.#tableName] ?? [])
        found.set(`${record['PK']}\n${record['SK']}`, toItem(record));
      const unprocessed = answer.UnprocessedKeys?.[this.#tableName]?.Keys ?? [];
      pending = unprocessed.map(({ PK, SK }) => ({ PK: String(PK), SK: String(SK) }));
    }
    return keys.map((key) => {
      const { PK, SK } = itemKey(tenant, key);
      return found.get(`${PK}\n${SK}`);
    });
  }

  async query(tenant: Tenant, selection: Selection): Promise<Page> {
    const answer = await this.#clientOf(tenant).send(
      new QueryCommand(queryInput(this.#tableName, tenant, selection)),
    );
    const found = (answer.Items ?? []).map(toFound);
    const last = answer.LastEvaluatedKey;
    return last
      ? { found, next: selection.index ? indexPosition(last) : String(last['SK']) }
      : { found };
  }

  async transact(tenant: Tenant, writes: readonly Write[]): Promise<void> {
    const TransactItems = writes.map((write) => toTransactItem(this.#tableName, tenant, write));
    try {
      await this.#clientOf(tenant).send(new TransactWriteCommand({ TransactItems }));
    } catch (error) {
      if (isTooLarge(error)) throw new ItemTooLargeError('More than one item can hold');
      throw toRefusal(error) ?? error;
    }
  }
}

function queryInput(TableName: string, tenant: Tenant, selection: Selection) {
  const [pk, sk] = selection.index ? ['inbox_pk', 'inbox_sk'] : ['PK', 'SK'];
  const { sortPrefix, after, descending = false, limit, index } = selection;
  const partition = partitionOf(tenant, selection.partition);
  return {
    TableName,
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    KeyConditionExpression: sortPrefix ? '#pk = :pk AND begins_with(#sk, :prefix)' : '#pk = :pk',
    ExpressionAttributeNames: { '#pk': pk, ...(sortPrefix && { '#sk': sk }) },
    ExpressionAttributeValues: { ':pk': partition, ...(sortPrefix && { ':prefix': sortPrefix }) },
    ScanIndexForward: !descending,
    ...(limit !== undefined && { Limit: limit }),
    ...(after !== undefined && { ExclusiveStartKey: startKey(partition, after, index) }),
  };
}

/** A page of the table resumes from its sort key; one of an index needs the item's own key too. */
const indexPosition = (last: Record<string, unknown>): string =>
  JSON.stringify([last['inbox_sk'], last['PK'], last['SK']]);

function startKey(partition: string, after: string, index: Selection['index']) {
  if (!index) return { PK: partition, SK: after };
  const [inbox_sk, PK, SK] = JSON.parse(after);
  return { inbox_pk: partition, inbox_sk, PK, SK };
}

const toFound = (record: Record<string, unknown>): Found => ({
  key: {
    partition: String(record['PK']).replace(/^TENANT#[^#]+#/, ''),
    sort: String(record['SK']),
  },
  item: toItem(record),
});

/** The item as its concept wrote it. Stores parse it with their schema before they rely on it. */
const toItem = (record: Record<string, unknown>): Item =>
  Object.fromEntries(
    Object.entries(record).filter(([name]) => !BOOKKEEPING.some((own) => own === name)),
  ) as Item; // every value came out of DynamoDB, so it is a Stored by construction

function toRefusal(error: unknown): TransactionRefused | undefined {
  if (isThrottle(error)) return new TransactionRefused([{ reason: 'collision', index: 0 }]);
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const refusals = (error.CancellationReasons ?? []).flatMap((reason, index): Refusal[] => {
    if (reason.Code === 'ConditionalCheckFailed') {
      const existing = reason.Item && toItem(unmarshall(reason.Item));
      return [{ reason: 'condition', index, existing }];
    }
    return COLLISIONS.has(reason.Code ?? '') ? [{ reason: 'collision', index }] : [];
  });
  return refusals.length > 0 ? new TransactionRefused(refusals) : undefined;
}

/** Said of a single item, and of one inside a transaction as its reason. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ValidationException' || error instanceof TransactionCanceledException) &&
  /item size/i.test(JSON.stringify([error.message, reasonsOf(error)]));

const reasonsOf = (error: Error) =>
  error instanceof TransactionCanceledException ? error.CancellationReasons : [];

const COLLISIONS = new Set([
  'TransactionConflict',
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
]);

const isThrottle = (error: unknown): boolean =>
  error instanceof Error &&
  ['TransactionInProgressException', 'ProvisionedThroughputExceededException'].includes(error.name);
