/** What the ingesting function tells itself, or is told by those who look after it. Wire shape. */
export type IngestMessage =
  /** Embed one unit of a large document. */
  | { readonly kind: 'unit'; readonly key: string; readonly folder: string; readonly unit: number }
  /** Look at an object again, as if it had just changed; `complete` also tries for missing vectors. */
  | { readonly kind: 'look'; readonly key: string; readonly complete: boolean };

/** Port to the queue that `embedding-ingest` works on. At least once, in no order. */
export interface IngestQueue {
  send(messages: readonly IngestMessage[]): Promise<void>;
}
