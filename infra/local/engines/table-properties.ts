import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';

export interface TableProperties {
  readonly definition: CreateTableCommandInput;
  readonly ttlAttribute: string | undefined;
}

/**
 * The properties of AWS::DynamoDB::Table or ::GlobalTable as the call that makes such a table.
 * @throws ZodError naming each property that is not known here: nothing is skipped silently
 */
export function readTableProperties(tableName: string, properties: unknown): TableProperties {
  const parsed = z.union([plainTable, globalTable]).parse(properties);
  const { StreamSpecification: stream, TimeToLiveSpecification: ttl } = parsed;
  return {
    definition: {
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: parsed.AttributeDefinitions,
      KeySchema: parsed.KeySchema,
      GlobalSecondaryIndexes: parsed.GlobalSecondaryIndexes,
      LocalSecondaryIndexes: parsed.LocalSecondaryIndexes,
      StreamSpecification: stream && { StreamEnabled: true, ...stream },
    },
    ttlAttribute: ttl?.Enabled ? ttl.AttributeName : undefined,
  };
}

const withoutLocalEffect = z.unknown().optional();

const keySchema = z.array(
  z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }),
);

const index = z.strictObject({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
  ContributorInsightsSpecification: withoutLocalEffect,
});

const shared = {
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  BillingMode: z.literal('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z
    .strictObject({
      StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']),
    })
    .optional(),
  TimeToLiveSpecification: z
    .strictObject({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
  SSESpecification: withoutLocalEffect,
} as const;

// Backups, protection, encryption and tags change nothing that a program on this machine could see.
const operations = {
  PointInTimeRecoverySpecification: withoutLocalEffect,
  DeletionProtectionEnabled: withoutLocalEffect,
  ContributorInsightsSpecification: withoutLocalEffect,
  TableClass: withoutLocalEffect,
  Tags: withoutLocalEffect,
} as const;

const plainTable = z.strictObject({ ...shared, ...operations });

const globalTable = z.strictObject({
  ...shared,
  Replicas: z.array(z.strictObject({ Region: z.string(), ...operations })).length(1),
});
