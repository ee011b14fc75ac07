import * as z from 'zod';
import { arn } from '../place.ts';
import { defineKind, nameOf } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';

export const queueKind = defineKind({
  type: 'AWS::SQS::Queue',
  properties: z.strictObject({
    QueueName: z.string().optional(),
    FifoQueue: z.boolean().optional(),
    ContentBasedDeduplication: z.boolean().optional(),
    DelaySeconds: z.number().optional(),
    /** Seconds. */
    VisibilityTimeout: z.number().default(30),
    MessageRetentionPeriod: z.number().optional(),
    MaximumMessageSize: z.number().optional(),
    ReceiveMessageWaitTimeSeconds: z.number().optional(),
    RedrivePolicy: z
      .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
      .optional(),
  }),
  withoutEffect: {
    ...TAGS_WITHOUT_EFFECT,
    KmsDataKeyReusePeriodSeconds: 'local messages are not encrypted',
    KmsMasterKeyId: 'local messages are not encrypted',
    RedriveAllowPolicy: 'permissions are simulated in tests, not enforced per call',
    SqsManagedSseEnabled: 'local messages are not encrypted',
  },
  identify: (resource, place) => {
    const name = nameOf(resource, 'QueueName');
    const url = `${place.sqsEndpoint}/${place.accountId}/${name}`;
    const attributes = { Arn: arn(place, 'sqs', name), QueueName: name, QueueUrl: url };
    return { ref: url, attributes };
  },
});
