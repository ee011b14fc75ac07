import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { itemKey } from '#shared/store/keys.ts';
import type { Put } from '#shared/store/write.ts';

/** A new item as the table's stream tells of it. */
export function streamed(tenant: Tenant, put: Put, sequence: string): DynamoDBRecord {
  const image = { ...put.item, ...itemKey(tenant, put.key) };
  // The event's types name the same JSON differently than the SDK's.
  const NewImage = marshall(image) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
  return { eventName: 'INSERT', dynamodb: { SequenceNumber: sequence, NewImage } };
}
