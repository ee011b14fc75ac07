import { readDocumentKey } from '#shared/knowledge/documents/document-key.ts';
import { followObject } from '#shared/knowledge/documents/follow-object.ts';
import type { IngestDeps } from '#shared/knowledge/documents/ingest-deps.ts';
import { takeUp } from '#shared/knowledge/documents/take-up.ts';
import { queueConsumer } from '#shared/queue/queue-consumer.ts';
import { receivedMessage } from './contract.ts';

/** An object changed → search says what the bucket holds. Safe to repeat, in any order. */
export const createHandler = (deps: IngestDeps) =>
  queueConsumer(receivedMessage, async (message, log) => {
    const objectKey = 'detail' in message ? message.detail.object.key : message.key;
    const key = readDocumentKey(objectKey);
    if (!key) return log.warn('no document', { key: objectKey });
    const step = await ('detail' in message
      ? followObject(deps, key, message.id)
      : takeUp(deps, key, message));
    log.info('object followed', { tenant: key.tenant, document_id: key.documentId, step });
  });
