import type { Caller } from '#shared/http/caller.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import type { VectorStore } from '#shared/vectors/vector-store.ts';
import { DocumentStateError } from '../errors.ts';
import { advance, factsOf, replaceStored } from './change-document.ts';
import type { Document } from './document.ts';
import { documentFailed, documentReady } from './document-events.ts';
import { getDocument, putDocument } from './document-store.ts';
import { targetOf } from './document-target.ts';

export interface ReviewDeps {
  readonly table: Table;
  readonly vectors: Pick<VectorStore, 'publish' | 'withdraw'>;
  readonly clock: Clock;
}

export interface ReviewRequest {
  readonly decision: 'approve' | 'reject' | 'request_changes';
  readonly notes?: string;
}

/** Carries out a curator's decision: search sees the document, does not, or has to wait for changes. */
export async function reviewDocument(
  deps: ReviewDeps,
  caller: Caller,
  documentId: string,
  request: ReviewRequest,
): Promise<Decision<Document>> {
  const document = await getDocument(deps.table, caller.tenant, documentId);
  const at = deps.clock.now();
  const { decision, notes = null } = request;
  const review = { decision, notes, by: caller.userId, at: at.toISOString() };
  const reviewed = { ...document, review };
  const next = afterReview(reviewed, at);
  return {
    writes: [putDocument(next, document), ...visibility(deps, next)],
    events: eventsOf(document, next),
    audit: [{ action: 'document.reviewed', target: targetOf(document), after: review }],
    response: next,
    reconsider: () => reviewDocument(deps, caller, documentId, request),
  };
}

function afterReview(document: Document, at: Date): Document {
  const { decision, notes } = document.review ?? {};
  if (decision === 'approve') return advance(document, 'publish', at, { published: true });
  if (decision === 'reject') {
    const error = notes ? `Rejected in review: ${notes}` : 'Rejected in review';
    const gone = { ...replaceStored(document, null), published: false };
    return advance(document, 'reject', at, { ...gone, error });
  }
  if (document.state !== 'in_review')
    throw new DocumentStateError('Changes can be asked for while a document is in review');
  return { ...document, revision: document.revision + 1, updated_at: at.toISOString() };
}

function visibility({ vectors }: ReviewDeps, next: Document): readonly Write[] {
  if (next.published && next.stored) return vectors.publish(next.stored, factsOf(next));
  return next.state === 'failed' ? vectors.withdraw(next.document_id) : [];
}

function eventsOf(before: Document, next: Document) {
  if (next.state === before.state) return [];
  return [next.state === 'ready' ? documentReady(next) : documentFailed(next)];
}
