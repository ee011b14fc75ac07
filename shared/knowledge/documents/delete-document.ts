import type { Caller } from '#shared/http/caller.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { VectorStore } from '#shared/vectors/vector-store.ts';
import { advance, goneFrom } from './change-document.ts';
import type { Document } from './document.ts';
import { documentDeleted } from './document-events.ts';
import type { DocumentObjects } from './document-objects.ts';
import { getDocument, putDocument } from './document-store.ts';
import { targetOf } from './document-target.ts';

export interface DeleteDocumentDeps {
  readonly table: Table;
  readonly objects: Pick<DocumentObjects, 'delete'>;
  readonly vectors: Pick<VectorStore, 'withdraw'>;
  readonly clock: Clock;
}

/**
 * Takes a document out of search and deletes its file. The file goes first: should the rest fail,
 * the bucket's own event finds the document without a file and finishes the job.
 */
export async function deleteDocument(
  deps: DeleteDocumentDeps,
  { tenant }: Pick<Caller, 'tenant'>,
  documentId: string,
): Promise<Decision<Document>> {
  const document = await getDocument(deps.table, tenant, documentId);
  await deps.objects.delete(tenant, document.object_key);
  if (document.state === 'deleted') return justAnswer(document);
  const deleted = advance(document, 'delete', deps.clock.now(), goneFrom(document));
  return {
    writes: [putDocument(deleted, document), ...deps.vectors.withdraw(documentId)],
    events: [documentDeleted(deleted)],
    audit: [{ action: 'document.deleted', target: targetOf(document), before: document.labels }],
    response: deleted,
    reconsider: () => deleteDocument(deps, { tenant }, documentId),
  };
}
