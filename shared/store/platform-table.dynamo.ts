import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandOutput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { BOOKKEEPING, duePartition, itemKey, readPartition } from './keys.ts';
import type { Address, DueItem, PlatformTable } from './platform-table.ts';

type StartKey = QueryCommandOutput['LastEvaluatedKey'];

export class DynamoPlatformTable implements PlatformTable {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async *due(queue: string, until: Date): AsyncIterable<readonly DueItem[]> {
    let start: StartKey;
    do {
      const page = await this.#page(queue, until, start);
      yield (page.Items ?? []).flatMap(toDueItem);
      start = page.LastEvaluatedKey;
    } while (start);
  }

  #page(queue: string, until: Date, start: StartKey): Promise<QueryCommandOutput> {
    return this.#client.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: 'due',
        KeyConditionExpression: '#pk = :pk AND #sk <= :until',
        ExpressionAttributeNames: { '#pk': 'due_pk', '#sk': 'due_sk' },
        ExpressionAttributeValues: { ':pk': duePartition(queue), ':until': until.toISOString() },
        Limit: 100,
        ExclusiveStartKey: start,
      }),
    );
  }

  async postpone({ tenant, key, at }: DueItem, until: Date): Promise<void> {
    const update = new UpdateCommand({
      TableName: this.#tableName,
      Key: itemKey(tenant, key),
      UpdateExpression: 'SET #sk = :until',
      ConditionExpression: '#sk = :at',
      ExpressionAttributeNames: { '#sk': 'due_sk' },
      ExpressionAttributeValues: { ':until': until.toISOString(), ':at': at },
    });
    await this.#client.send(update).catch(ignoreMoved);
  }

  async settle({ tenant, key }: Address, forgetAt: Date): Promise<void> {
    const update = new UpdateCommand({
      TableName: this.#tableName,
      Key: itemKey(tenant, key),
      UpdateExpression: 'REMOVE #duePk, #dueSk SET #expires = :forgetAt',
      // Without it, an item that is gone would come back as an empty one.
      ConditionExpression: 'attribute_exists(#pk)',
      ExpressionAttributeNames: {
        '#pk': 'PK',
        '#duePk': 'due_pk',
        '#dueSk': 'due_sk',
        '#expires': 'expires_at',
      },
      ExpressionAttributeValues: { ':forgetAt': Math.floor(forgetAt.getTime() / 1000) },
    });
    await this.#client.send(update).catch(ignoreMoved);
  }
}

function ignoreMoved(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}

function toDueItem(record: Record<string, unknown>): readonly DueItem[] {
  const place = readPartition(String(record['PK']));
  if (!place) return [];
  const entries = Object.entries(record).filter(
    ([name]) => !BOOKKEEPING.some((own) => own === name),
  );
  return [
    {
      tenant: trustedTenant(place.tenant),
      key: { partition: place.partition, sort: String(record['SK']) },
      at: String(record['due_sk']),
      item: Object.fromEntries(entries) as DueItem['item'], // out of DynamoDB: Stored by construction
    },
  ];
}
