import { readDocumentKey } from '#shared/knowledge/documents/document-key.ts';
import { followObject } from '#shared/knowledge/documents/follow-object.ts';
import type { IngestDeps } from '#shared/knowledge/documents/ingest-document.ts';
import { queueConsumer } from '#shared/queue/queue-consumer.ts';
import { objectChanged } from './contract.ts';

/** An object changed → search says what the bucket holds. Safe to repeat, in any order. */
export const createHandler = (deps: IngestDeps) =>
  queueConsumer(objectChanged, async ({ id, detail }, log) => {
    const key = readDocumentKey(detail.object.key);
    if (!key) return log.warn('no document', { key: detail.object.key });
    const step = await followObject(deps, key, id);
    log.info('object followed', { tenant: key.tenant, document_id: key.documentId, step });
  });
