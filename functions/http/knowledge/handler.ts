import type { Cursors } from '#shared/http/cursor.ts';
import { command, ok, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import type { AnswerDeps } from '#shared/knowledge/answers/answer-question.ts';
import {
  type DeleteDocumentDeps,
  deleteDocument,
} from '#shared/knowledge/documents/delete-document.ts';
import type { Document } from '#shared/knowledge/documents/document.ts';
import { getDocument, listDocuments } from '#shared/knowledge/documents/document-store.ts';
import { labelDocument } from '#shared/knowledge/documents/label-document.ts';
import { presentDocument } from '#shared/knowledge/documents/present-document.ts';
import {
  type RequestedUpload,
  type RequestUploadDeps,
  requestUpload,
} from '#shared/knowledge/documents/request-upload.ts';
import { type RestoreDeps, restoreVersion } from '#shared/knowledge/documents/restore-version.ts';
import { type ReviewDeps, reviewDocument } from '#shared/knowledge/documents/review-document.ts';
import { searchKnowledge } from '#shared/knowledge/search/search-knowledge.ts';
import { mapResponse } from '#shared/store/decision.ts';
import {
  announceDocument,
  answer,
  deleteDocumentRoute,
  getDocumentRoute,
  labelDocumentRoute,
  listDocumentsRoute,
  restoreDocumentRoute,
  reviewDocumentRoute,
  search,
  stats,
} from './contract.ts';
import { readFilter } from './read-filter.ts';

export interface Deps extends HttpDeps, AnswerDeps, ReviewDeps {
  readonly objects: RequestUploadDeps['objects'] &
    DeleteDocumentDeps['objects'] &
    RestoreDeps['objects'];
  readonly versions: RestoreDeps['versions'];
  readonly ids: RequestUploadDeps['ids'];
  readonly cursors: Cursors;
}

/** The tenant's documents, search in them, and answers from them. */
export const createHandler = (deps: Deps) =>
  httpFunction(deps, [
    command(announceDocument, async ({ body }, caller) => {
      const { title, file_name, content_type, ...labels } = body;
      const request = { title, file_name, content_type, labels };
      return mapResponse(await requestUpload(deps, caller, request), presentUpload);
    }),
    query(listDocumentsRoute, async ({ query: page }, { tenant }) => {
      const listing = { tenant, name: 'documents' };
      const position = await deps.cursors.open(listing, page);
      const { documents, next } = await listDocuments(deps.table, tenant, position);
      const next_cursor = await deps.cursors.seal(listing, next);
      return ok({ items: documents.map(presentDocument), next_cursor });
    }),
    query(getDocumentRoute, async ({ path }, { tenant }) => {
      const document = await getDocument(deps.table, tenant, path.document_id);
      const { findNearDuplicates } = await loadDuplicates();
      const near_duplicates = [...(await findNearDuplicates(deps.table, tenant, document))];
      return ok({ ...presentDocument(document), near_duplicates });
    }),
    command(deleteDocumentRoute, async ({ path }, caller) => {
      const decision = await deleteDocument(deps, caller, path.document_id);
      return mapResponse(decision, (document) => ok(presentDocument(document)));
    }),
    command(restoreDocumentRoute, async ({ path, body }, caller) => {
      const decision = await restoreVersion(deps, caller, path.document_id, body.version);
      return mapResponse(decision, presentAccepted);
    }),
    command(reviewDocumentRoute, async ({ path, body }, caller) => {
      const decision = await reviewDocument(deps, caller, path.document_id, body);
      return mapResponse(decision, (document) => ok(presentDocument(document)));
    }),
    command(labelDocumentRoute, async ({ path, body }, caller) => {
      const decision = await labelDocument(deps, caller, path.document_id, body);
      return mapResponse(decision, (document) => ok(presentDocument(document)));
    }),
    query(search, async ({ query: { q, max_results, mode, ...filter } }, { tenant }) => {
      const request = { query: q, max_results, mode, filter: readFilter(filter) };
      return ok(await searchKnowledge(deps, tenant, request));
    }),
    query(answer, async ({ body }, { tenant }) => {
      const { answerQuestion, presentAnswer } = await loadAnswers();
      return ok(presentAnswer(await answerQuestion(deps, tenant, body.question)));
    }),
    query(stats, async (_, { tenant }) => {
      const { countKnowledge } = await loadStats();
      return ok(await countKnowledge(deps, tenant));
    }),
  ]);

/** In chunks of their own: most requests need none of them. */
const loadDuplicates = () => import('#shared/knowledge/documents/find-near-duplicates.ts');
const loadStats = () => import('#shared/knowledge/documents/count-knowledge.ts');
const loadAnswers = () => import('#shared/knowledge/answers/answer-question.ts');

/** The file is back; that search shows it comes with the event of the bucket. */
const presentAccepted = (document: Document) =>
  ({ status: 202, body: presentDocument(document) }) as const;

function presentUpload({ document, upload }: RequestedUpload) {
  const view = presentDocument(document);
  const body = { ...view, upload: { ...upload, headers: { ...upload.headers } } };
  const replayBody = { ...body, upload: { ...body.upload, url: null } };
  return { status: 201, body, replayBody } as const;
}
