import * as z from 'zod';

const image = z.record(z.string(), z.unknown());

/** A change as the DynamoDB Streams API spells it, which is also how a function receives it. */
export const streamRecord = z.looseObject({
  eventID: z.string(),
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  eventVersion: z.string(),
  eventSource: z.literal('aws:dynamodb'),
  awsRegion: z.string(),
  dynamodb: z.looseObject({
    Keys: image,
    NewImage: image.optional(),
    OldImage: image.optional(),
    SequenceNumber: z.string(),
  }),
});

export type WireStreamRecord = z.output<typeof streamRecord>;

/** As Lambda hands it over. */
export interface StreamRecord extends WireStreamRecord {
  readonly eventSourceARN: string;
  /** Set on a removal by time to live. */
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: string };
}
