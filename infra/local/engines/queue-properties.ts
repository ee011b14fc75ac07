import * as z from 'zod';

/**
 * The properties of AWS::SQS::Queue as queue attributes.
 * @throws ZodError naming each property that is not known here
 */
export function readQueueProperties(properties: unknown): Record<string, string> {
  const { RedrivePolicy: redrive, ...rest } = served.parse(properties);
  const attributes = Object.entries(attributeShapes.parse(rest)).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  if (redrive) attributes.push(['RedrivePolicy', JSON.stringify(redrive)]);
  return Object.fromEntries(attributes);
}

const amount = z.coerce.number().int().optional();

/** Properties that are attributes of the same name; the object drops the others. */
const attributeShapes = z.object({
  DelaySeconds: amount,
  MaximumMessageSize: amount,
  MessageRetentionPeriod: amount,
  ReceiveMessageWaitTimeSeconds: amount,
  VisibilityTimeout: amount,
  FifoQueue: z.boolean().optional(),
  ContentBasedDeduplication: z.boolean().optional(),
});

const withoutLocalEffect = z.unknown().optional();

const served = z.strictObject({
  ...attributeShapes.shape,
  QueueName: z.string().optional(),
  RedrivePolicy: z
    .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number().int() })
    .optional(),
  // Who may redrive, encryption and tags: nothing a program on this machine could see.
  RedriveAllowPolicy: withoutLocalEffect,
  SqsManagedSseEnabled: withoutLocalEffect,
  KmsMasterKeyId: withoutLocalEffect,
  KmsDataKeyReusePeriodSeconds: withoutLocalEffect,
  Tags: withoutLocalEffect,
});
