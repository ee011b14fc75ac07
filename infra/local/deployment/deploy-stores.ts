import type { LocalDynamo } from '../engines/dynamo.ts';
import type { LocalTable } from '../engines/dynamo-table.ts';
import type { QueuesAndBuckets } from '../engines/queues-and-buckets.ts';
import { bucketKind } from '../template/kinds/bucket.ts';
import { bucketNotificationsKind } from '../template/kinds/bucket-notifications.ts';
import { globalTableKind } from '../template/kinds/global-table.ts';
import { queueKind } from '../template/kinds/queue.ts';
import { tableKind } from '../template/kinds/table.ts';
import type { Resources } from '../template/resources.ts';

/** A table with the stream ARN by which the template's mappings name it. */
export interface DeployedTable {
  readonly table: LocalTable;
  readonly streamArn: string;
}

/** Makes the tables of the templates, or finds them again in the state folder. */
export async function deployTables(
  resources: Resources,
  dynamo: LocalDynamo,
): Promise<DeployedTable[]> {
  const tables = [...resources.all(tableKind), ...resources.all(globalTableKind)];
  return Promise.all(
    tables.map(async ({ ref, attributes, properties }) => ({
      table: await dynamo.createTable(ref, properties),
      streamArn: attributes.StreamArn ?? '',
    })),
  );
}

/** Queues first those without a redrive policy: a dead-letter queue is there before it is named. */
export function deployQueues(resources: Resources, engine: QueuesAndBuckets): void {
  const redrives = (queue: { properties: { RedrivePolicy?: unknown } }) =>
    queue.properties.RedrivePolicy ? 1 : 0;
  const queues = resources.all(queueKind).toSorted((a, b) => redrives(a) - redrives(b));
  for (const { attributes, properties } of queues) {
    engine.createQueue(attributes.QueueName ?? '', properties);
  }
}

export function deployBuckets(resources: Resources, engine: QueuesAndBuckets): void {
  for (const { ref, properties } of resources.all(bucketKind)) {
    engine.createBucket(ref, properties);
  }
  for (const { properties } of resources.all(bucketNotificationsKind)) {
    engine.enableObjectEvents(properties.BucketName);
  }
}
