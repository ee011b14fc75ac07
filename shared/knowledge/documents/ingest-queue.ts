import * as z from 'zod';

const key = z.string().min(1).max(1024);

/** What the ingesting function tells itself, or is told by the reconciler. Wire shape. */
export const ingestMessage = z.discriminatedUnion('kind', [
  /** Embed one unit of a large document. */
  z.object({ kind: z.literal('unit'), key, folder: z.string().min(1), unit: z.int().min(0) }),
  /** Look at an object as if it had just changed; `complete` also tries for missing vectors. */
  z.object({ kind: z.literal('look'), key, complete: z.boolean() }),
  /** Have search show of a document what its manifest says. */
  z.object({ kind: z.literal('relist'), key }),
  /** Index a document again whose index is lost. */
  z.object({ kind: z.literal('reindex'), key }),
  /** Delete an object that belongs to no version of the document in `key`. */
  z.object({ kind: z.literal('free'), key, object: key }),
]);
export type IngestMessage = z.infer<typeof ingestMessage>;

/** Port to the queue that `embedding-ingest` works on. At least once, in no order. */
export interface IngestQueue {
  send(messages: readonly IngestMessage[]): Promise<void>;
}
