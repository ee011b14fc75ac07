import * as z from 'zod';
import { visibleText } from '#shared/facility/values.ts';
import { pageOf, pageQuery } from '#shared/http/cursor.ts';
import { defineRoute } from '#shared/http/route.ts';
import { answerView } from '#shared/knowledge/answers/answer-view.ts';
import { contentType } from '#shared/knowledge/content-type.ts';
import { nearDuplicate } from '#shared/knowledge/curation/duplicates/near-duplicate.ts';
import { documentLabels } from '#shared/knowledge/documents/document.ts';
import { DOCUMENT_ID_PATTERN } from '#shared/knowledge/documents/document-key.ts';
import { knowledgeStats } from '#shared/knowledge/documents/knowledge-stats.ts';
import { documentView } from '#shared/knowledge/documents/present-document.ts';
import { MAX_RESULTS, searchAnswer, searchMode } from '#shared/knowledge/search/search-request.ts';

const documentPath = z.object({ document_id: z.string().regex(DOCUMENT_ID_PATTERN) });

export const announceDocument = defineRoute({
  method: 'POST',
  path: '/knowledge/documents',
  summary: 'Announce a document and get the link that its file is put to',
  role: 'curator',
  idempotency: 'optional',
  body: documentLabels.extend({
    title: visibleText(200),
    file_name: visibleText(200),
    content_type: contentType,
  }),
  responses: {
    201: documentView.extend({
      upload: z.object({
        method: z.literal('PUT'),
        /** Good for 15 minutes; null in a replay, because it lets whoever has it upload. */
        url: z.url().nullable(),
        headers: z.record(z.string(), z.string()),
      }),
    }),
  },
});

export const listDocumentsRoute = defineRoute({
  method: 'GET',
  path: '/knowledge/documents',
  summary: "The tenant's documents, newest first",
  role: 'curator',
  idempotency: 'none',
  query: pageQuery,
  responses: { 200: pageOf(documentView) },
});

export const getDocumentRoute = defineRoute({
  method: 'GET',
  path: '/knowledge/documents/{document_id}',
  summary: 'One document, with its state',
  role: 'curator',
  idempotency: 'none',
  path_parameters: documentPath,
  responses: {
    /** With the documents that say nearly the same, the likest first. */
    200: documentView.extend({ near_duplicates: z.array(nearDuplicate) }),
  },
});

export const deleteDocumentRoute = defineRoute({
  method: 'DELETE',
  path: '/knowledge/documents/{document_id}',
  summary: 'Delete a document, its file, and what search knows of it',
  role: 'curator',
  idempotency: 'optional',
  path_parameters: documentPath,
  responses: { 200: documentView },
});

export const restoreDocumentRoute = defineRoute({
  method: 'POST',
  path: '/knowledge/documents/{document_id}/restore',
  summary: 'Bring back an earlier version of a document, or a deleted one',
  role: 'curator',
  idempotency: 'optional',
  path_parameters: documentPath,
  /** One of the versions that the document lists. */
  body: z.object({ version: z.int().min(1) }),
  responses: { 202: documentView },
});

export const reviewDocumentRoute = defineRoute({
  method: 'POST',
  path: '/knowledge/documents/{document_id}/review',
  summary: 'Publish a document, reject it, or ask for changes',
  role: 'curator',
  idempotency: 'optional',
  path_parameters: documentPath,
  body: z.object({
    decision: z.enum(['approve', 'reject', 'request_changes']),
    notes: z.string().trim().max(2000).optional(),
  }),
  responses: { 200: documentView },
});

export const labelDocumentRoute = defineRoute({
  method: 'PUT',
  path: '/knowledge/documents/{document_id}/labels',
  summary: 'Say how much a document counts and what it is about; search knows at once',
  role: 'curator',
  idempotency: 'optional',
  path_parameters: documentPath,
  body: documentLabels,
  responses: { 200: documentView },
});

/** One value, or several with commas between them. */
const values = z.string().max(1000).optional();

export const search = defineRoute({
  method: 'GET',
  path: '/knowledge/search',
  summary: 'What the published documents say about something',
  role: 'member',
  idempotency: 'none',
  query: z.object({
    q: z.string().trim().min(1).max(1000),
    max_results: z.coerce.number().int().min(1).max(MAX_RESULTS).default(10),
    mode: searchMode.default('hybrid'),
    authority: z
      .string()
      .regex(/^(low|medium|high|official)(,(low|medium|high|official))*$/)
      .optional(),
    source: values,
    tags: values,
    jurisdiction: values,
    industry: values,
    language: values,
    document_id: values,
  }),
  responses: { 200: searchAnswer },
});

export const answer = defineRoute({
  method: 'POST',
  path: '/knowledge/answer',
  summary: 'Answer a question from the published documents, or say that they do not',
  role: 'member',
  idempotency: 'none',
  body: z.object({ question: z.string().trim().min(1).max(1000) }),
  responses: { 200: answerView },
});

export const stats = defineRoute({
  method: 'GET',
  path: '/knowledge/stats',
  summary: 'How much knowledge there is, and how fresh it is',
  role: 'curator',
  idempotency: 'none',
  responses: { 200: knowledgeStats },
});

export const routes = [
  announceDocument,
  listDocumentsRoute,
  getDocumentRoute,
  deleteDocumentRoute,
  restoreDocumentRoute,
  reviewDocumentRoute,
  labelDocumentRoute,
  search,
  answer,
  stats,
];
