import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { BOOKKEEPING } from '#shared/store/keys.ts';
import { comparable } from './comparable.ts';

type Place = Pick<LocalCloud['endpoints'], 'dynamodb' | 'table' | 'region'>;
type StoredItem = Readonly<Record<string, unknown>>;

/** Uses the table from outside, as an operator could. */
export async function withTable<Result>(
  { dynamodb: endpoint, region }: Place,
  use: (client: DynamoDBDocumentClient) => Promise<Result>,
): Promise<Result> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  try {
    return await use(DynamoDBDocumentClient.from(client));
  } finally {
    client.destroy();
  }
}

/** Every item of a tenant. */
export const itemsOf = (place: Place, tenant: string): Promise<readonly StoredItem[]> =>
  withTable(place, async (client) => {
    const scan = {
      TableName: place.table,
      ConsistentRead: true,
      FilterExpression: 'begins_with(PK, :tenant)',
      ExpressionAttributeValues: { ':tenant': `TENANT#${tenant}#` },
    };
    const items: StoredItem[] = [];
    for await (const page of paginateScan({ client }, scan)) items.push(...(page.Items ?? []));
    return items;
  });

/** Takes a tenant out of the table, so that looking at the next ones stays quick. */
export async function forget(place: Place, tenant: string): Promise<void> {
  const items = await itemsOf(place, tenant);
  await withTable(place, async (client) => {
    for (let start = 0; start < items.length; start += MAX_BATCH) {
      const requests = items
        .slice(start, start + MAX_BATCH)
        .map(({ PK, SK }) => ({ DeleteRequest: { Key: { PK, SK } } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [place.table]: requests } }));
    }
  });
}

const MAX_BATCH = 25;

/** Written by what follows, at its own pace, and not by the request. */
const AFTERMATH = /#(DELIVERIES|AUDIT_HEAD)$/;

/**
 * What a tenant's requests have left behind, one line per item, comparable across tenants and runs;
 * what the relay marks is left out, and so is whether an audit fact is linked already.
 */
export async function stateOf(place: Place, tenant: string): Promise<readonly string[]> {
  const items = await itemsOf(place, tenant);
  return items
    .filter(({ PK }) => !AFTERMATH.test(String(PK)))
    .map((item) => comparable(asFact(asRead(withoutMarks(item))), tenant))
    .toSorted();
}

const MARKS = BOOKKEEPING.filter((name) => name !== 'PK' && name !== 'SK');

const withoutMarks = (item: StoredItem): StoredItem =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !MARKS.some((mark) => mark === name)));

/** A stored answer is JSON text; the order of its members is that of DynamoDB's maps, which is none. */
const asRead = ({ body, ...item }: StoredItem): StoredItem =>
  typeof body === 'string' ? { ...item, body: JSON.parse(body) } : { ...item, body };

/** An audit record as it was before it was linked. */
function asFact(item: StoredItem): StoredItem {
  if (!/#AUDIT(_CHAIN)?$/.test(String(item['PK']))) return item;
  const { PK: _, SK: __, entity: ___, tenant_id, sequence, previous_hash, hash, ...fact } = item;
  return fact;
}

/** The events that a tenant's requests have told, by type, in no order. */
export async function eventsTold(place: Place, tenant: string): Promise<readonly string[]> {
  const items = await itemsOf(place, tenant);
  return items
    .filter(({ entity }) => entity === 'outbox')
    .map(({ detail_type }) => String(detail_type))
    .toSorted();
}
