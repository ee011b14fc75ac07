import * as z from 'zod';

export type RuleProperties = z.output<typeof served>;
export type RuleTarget = RuleProperties['Targets'][number];

/** The properties of AWS::Events::Rule. @throws ZodError naming each that is not known here */
export const readRuleProperties = (properties: unknown): RuleProperties => served.parse(properties);

const withoutLocalEffect = z.unknown().optional();

const target = z.strictObject({
  Id: z.string(),
  Arn: z.string().regex(/^arn:aws:(sqs|lambda):/, 'Only queues and functions are targets here'),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z
    .strictObject({
      InputPathsMap: z.record(z.string(), z.string()).default({}),
      InputTemplate: z.string(),
    })
    .optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumRetryAttempts: z.number().int().min(0).max(185).default(185),
      MaximumEventAgeInSeconds: z.number().int().min(60).max(86_400).default(86_400),
    })
    .default({ MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 }),
  // Permissions are not enforced on this machine.
  RoleArn: withoutLocalEffect,
});

const served = z
  .strictObject({
    Name: z.string().optional(),
    /** A name or an ARN. */
    EventBusName: z.string().default('default'),
    EventPattern: z.record(z.string(), z.unknown()).optional(),
    ScheduleExpression: z.string().optional(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Targets: z.array(target).default([]),
    Description: withoutLocalEffect,
    RoleArn: withoutLocalEffect,
    Tags: withoutLocalEffect,
  })
  .refine((rule) => rule.EventPattern || rule.ScheduleExpression, {
    message: 'A rule needs an event pattern or a schedule',
  });
