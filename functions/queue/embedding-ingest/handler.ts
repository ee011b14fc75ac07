import { continueDocument } from '#shared/knowledge/documents/continue-document.ts';
import { type DocumentKey, readDocumentKey } from '#shared/knowledge/documents/document-key.ts';
import { followObject } from '#shared/knowledge/documents/follow-object.ts';
import type { IngestDeps } from '#shared/knowledge/documents/ingest-deps.ts';
import { queueConsumer } from '#shared/queue/queue-consumer.ts';
import { ingestMessage, type ReceivedMessage } from './contract.ts';

/** An object changed → search says what the bucket holds. Safe to repeat, in any order. */
export const createHandler = (deps: IngestDeps) =>
  queueConsumer(ingestMessage, async (message, log) => {
    const objectKey = 'detail' in message ? message.detail.object.key : message.key;
    const key = readDocumentKey(objectKey);
    if (!key) return log.warn('no document', { key: objectKey });
    const step = await act(deps, key, message);
    log.info('object followed', { tenant: key.tenant, document_id: key.documentId, step });
  });

function act(deps: IngestDeps, key: DocumentKey, message: ReceivedMessage) {
  if ('detail' in message) return followObject(deps, key, message.id);
  if (message.kind === 'unit') return continueDocument(deps, key, message, message.folder);
  return followObject(deps, key, 'reconcile', { completing: message.complete });
}
