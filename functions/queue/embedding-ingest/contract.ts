import * as z from 'zod';

const key = z.string().min(1).max(1024);

/** An object of the bucket was created or deleted, as S3 tells the account's default bus. */
const objectChanged = z.object({
  id: z.string(),
  source: z.literal('aws.s3'),
  'detail-type': z.enum(['Object Created', 'Object Deleted']),
  /** The key comes as it is, not URL-encoded as in S3's own notifications. */
  detail: z.object({ object: z.object({ key }) }),
});

/** A unit of a large document, which this function asks itself to embed. */
const unitToDo = z.object({
  kind: z.literal('unit'),
  key,
  folder: z.string().min(1).max(1024),
  unit: z.int().min(0),
});

/** The reconciler found that search and bucket differ; `complete` asks for missing vectors too. */
const lookAgain = z.object({ kind: z.literal('look'), key, complete: z.boolean() });

/** Everything that the queue holds: only the bucket's rule and our own functions may send to it. */
export const ingestMessage = z.union([objectChanged, unitToDo, lookAgain]);
export type ReceivedMessage = z.output<typeof ingestMessage>;
