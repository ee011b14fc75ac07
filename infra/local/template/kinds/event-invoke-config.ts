import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';

const destination = z.strictObject({ Destination: z.string() });

/** What happens to asynchronous calls of a function that fail. */
export const eventInvokeConfigKind = defineKind({
  type: 'AWS::Lambda::EventInvokeConfig',
  properties: z.strictObject({
    FunctionName: z.string(),
    Qualifier: z.literal('$LATEST'),
    MaximumRetryAttempts: z.number().default(2),
    MaximumEventAgeInSeconds: z.number().default(21_600),
    DestinationConfig: z
      .strictObject({ OnFailure: destination.optional(), OnSuccess: destination.optional() })
      .default({}),
  }),
  withoutEffect: {},
  identify: ({ stack, logicalId }) => ({ ref: `${stack}-${logicalId}`, attributes: {} }),
});
