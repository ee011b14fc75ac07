import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { itemsOf, withTable } from './tenant-items.ts';

type Place = Parameters<typeof itemsOf>[0];

const LONG_AGO = '2000-01-01T00:00:00.000Z';

/** Makes all timers of a changeset due, as if nobody had looked at it for days. */
export async function letTimersRunOut(place: Place, tenant: string, id: string): Promise<void> {
  const items = await itemsOf(place, tenant);
  const changeset = items.find((item) => item['id'] === id && Array.isArray(item['timers']));
  if (!changeset || !Array.isArray(changeset['timers'])) throw new Error(`No timers wait in ${id}`);
  const timers = changeset['timers'].map((timer) => ({ ...timer, at: LONG_AGO }));
  const { PK, SK } = changeset;
  await withTable(place, (client) =>
    client.send(
      new UpdateCommand({
        TableName: place.table,
        Key: { PK, SK },
        UpdateExpression: 'SET timers = :timers, due_sk = :past',
        ExpressionAttributeValues: { ':timers': timers, ':past': LONG_AGO },
      }),
    ),
  );
}
