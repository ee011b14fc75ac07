import * as z from 'zod';
import { arn } from '../place.ts';
import { defineKind, type Unnamed } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';

export const functionKind = defineKind({
  type: 'AWS::Lambda::Function',
  properties: z.strictObject({
    FunctionName: z.string().optional(),
    Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
    Handler: z.string(),
    Runtime: z.string().startsWith('nodejs'),
    /** Seconds. */
    Timeout: z.number().default(3),
    /** MB. */
    MemorySize: z.number().default(128),
    Environment: z
      .strictObject({ Variables: z.record(z.string(), z.coerce.string()) })
      .default({ Variables: {} }),
    DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
  }),
  withoutEffect: {
    ...TAGS_WITHOUT_EFFECT,
    Architectures: 'JavaScript runs on both',
    Description: 'for people',
    EphemeralStorage: 'the disk of the laptop is larger',
    LoggingConfig: 'function logs go to the state folder',
    Role: 'permissions are simulated in tests, not enforced per call',
    TracingConfig: 'nothing collects traces locally',
  },
  identify: (resource, place) => {
    const name = resource.property('FunctionName') ?? readableName(resource);
    return { ref: name, attributes: { Arn: arn(place, 'lambda', `function:${name}`) } };
  },
});

// The CDK's logical id without its hash reads well in logs and fault targets, and stays unique.
const readableName = ({ stack, logicalId }: Unnamed): string =>
  `${stack}-${logicalId.replace(/(Function)?[0-9A-F]{8}$/, '')}`;
