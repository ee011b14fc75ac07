import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';

export const eventSourceMappingKind = defineKind({
  type: 'AWS::Lambda::EventSourceMapping',
  properties: z.strictObject({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    Enabled: z.boolean().default(true),
    BatchSize: z.number().optional(),
    MaximumBatchingWindowInSeconds: z.number().default(0),
    FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
    FilterCriteria: z
      .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) })
      .optional(),
    ScalingConfig: z.strictObject({ MaximumConcurrency: z.number().optional() }).default({}),
    StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON']).optional(),
    BisectBatchOnFunctionError: z.boolean().default(false),
    /** −1: until the record is too old. */
    MaximumRetryAttempts: z.number().default(-1),
    /** −1: a stream keeps its records for a day. */
    MaximumRecordAgeInSeconds: z.number().default(-1),
    ParallelizationFactor: z.literal(1).default(1),
    DestinationConfig: z
      .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
      .default({}),
  }),
  withoutEffect: { ...TAGS_WITHOUT_EFFECT, MetricsConfig: 'nobody reads local metrics' },
  identify: ({ stack, logicalId }) => ({ ref: `${stack}-${logicalId}`, attributes: {} }),
});

export type MappingProperties = z.output<typeof eventSourceMappingKind.properties>;
