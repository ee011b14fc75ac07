import { readDocumentKey } from '#shared/knowledge/documents/document-key.ts';
import { followObject } from '#shared/knowledge/documents/follow-object.ts';
import type { IngestDeps } from '#shared/knowledge/documents/ingest-deps.ts';
import { takeUp } from '#shared/knowledge/documents/take-up.ts';
import { queueConsumer } from '#shared/queue/queue-consumer.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { receivedMessage } from './contract.ts';

export interface WorkerDeps extends IngestDeps {
  /** Copies small segments of the shelf together, when enough of them have come. */
  readonly mergeWhenDue: (tenant: Tenant) => Promise<unknown>;
}

/** An object changed → search says what the bucket holds. Safe to repeat, in any order. */
export const createHandler = (deps: WorkerDeps) =>
  queueConsumer(receivedMessage, async (message, log) => {
    const objectKey = 'detail' in message ? message.detail.object.key : message.key;
    const key = readDocumentKey(objectKey);
    if (!key) return log.warn('no document', { key: objectKey });
    const step = await ('detail' in message
      ? followObject(deps, key, message.id)
      : takeUp(deps, key, message));
    log.info('object followed', { tenant: key.tenant, document_id: key.documentId, step });
    // It makes search quicker and changes nothing else: the document is done in any case.
    await deps
      .mergeWhenDue(key.tenant)
      .catch((error: unknown) => log.warn('shelf not merged', { tenant: key.tenant, error }));
  });
