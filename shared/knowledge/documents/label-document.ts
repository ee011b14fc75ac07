import type { Caller } from '#shared/http/caller.ts';
import type { Decision } from '#shared/store/decision.ts';
import { DocumentStateError } from '../errors.ts';
import { factsOf } from './change-document.ts';
import type { Document, DocumentLabels } from './document.ts';
import { getDocument, putDocument } from './document-store.ts';
import { targetOf } from './document-target.ts';
import type { ReviewDeps } from './review-document.ts';

/**
 * Replaces what people say of a document. Search filters and ranks by it at once: nothing has to be
 * indexed again. @throws DocumentStateError for a document that is deleted
 */
export async function labelDocument(
  deps: ReviewDeps,
  caller: Pick<Caller, 'tenant'>,
  documentId: string,
  labels: DocumentLabels,
): Promise<Decision<Document>> {
  const document = await getDocument(deps.table, caller.tenant, documentId);
  if (document.state === 'deleted')
    throw new DocumentStateError('A document that is deleted cannot be labelled');
  // Not `updated_at`: how fresh a document is, its text says.
  const next = { ...document, labels, revision: document.revision + 1 };
  const { published, stored } = next;
  const target = targetOf(document);
  return {
    writes: [
      putDocument(next, document),
      ...(published && stored ? deps.vectors.publish(stored, factsOf(next)) : []),
    ],
    events: [],
    audit: [{ action: 'document.labelled', target, before: document.labels, after: labels }],
    response: next,
    reconsider: () => labelDocument(deps, caller, documentId, labels),
  };
}
