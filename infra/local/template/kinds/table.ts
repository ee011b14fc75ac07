import * as z from 'zod';
import { arn, type Place } from '../place.ts';
import { defineKind, type Identity, nameOf, type Unnamed } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.string() }));

export const tableShape = {
  TableName: z.string().optional(),
  /** Provisioned throughput would throttle, which nothing here does. */
  BillingMode: z.literal('PAY_PER_REQUEST'),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.string() }),
  ),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.strictObject({
          ProjectionType: z.string(),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
  StreamSpecification: z.strictObject({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z
    .strictObject({ AttributeName: z.string(), Enabled: z.boolean() })
    .optional(),
} as const;

export const tableWithoutEffect = {
  ...TAGS_WITHOUT_EFFECT,
  DeletionProtectionEnabled: 'local tables are never deleted by a deployment',
  PointInTimeRecoverySpecification: 'local data has no backup',
  SSESpecification: 'local data is not encrypted',
} as const;

/** Name, ARN and a stream ARN that stands for the engine's own. */
export function identifyTable(resource: Unnamed, place: Place): Identity {
  const name = nameOf(resource, 'TableName');
  const tableArn = arn(place, 'dynamodb', `table/${name}`);
  return { ref: name, attributes: { Arn: tableArn, StreamArn: `${tableArn}/stream/local` } };
}

export const tableKind = defineKind({
  type: 'AWS::DynamoDB::Table',
  properties: z.strictObject(tableShape),
  withoutEffect: tableWithoutEffect,
  identify: identifyTable,
});
