import * as z from 'zod';
import { ingestMessage } from '#shared/knowledge/documents/ingest-queue.ts';

/** An object of the bucket was created or deleted, as S3 tells the account's default bus. */
const objectChanged = z.object({
  id: z.string(),
  source: z.literal('aws.s3'),
  'detail-type': z.enum(['Object Created', 'Object Deleted']),
  /** The key comes as it is, not URL-encoded as in S3's own notifications. */
  detail: z.object({ object: z.object({ key: z.string().min(1).max(1024) }) }),
});

/** Everything that the queue holds: only the bucket's rule and our own functions may send to it. */
export const receivedMessage = z.union([objectChanged, ingestMessage]);
