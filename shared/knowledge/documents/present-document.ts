import * as z from 'zod';
import { type Document, documentLabels } from './document.ts';
import { DOCUMENT_STATES } from './document-state.ts';

/** A document as clients see it. */
export const documentView = z.object({
  document_id: z.string(),
  title: z.string(),
  file_name: z.string(),
  content_type: z.string().nullable(),
  state: z.enum(DOCUMENT_STATES),
  /** Counts what was indexed; 0 before the first time. */
  version: z.int(),
  chunk_count: z.int(),
  page_count: z.int().nullable(),
  /** Whether search can find it. */
  published: z.boolean(),
  error: z.string().nullable(),
  ...documentLabels.shape,
  review: z
    .object({ decision: z.string(), notes: z.string().nullable(), at: z.string() })
    .nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});

export const presentDocument = (document: Document): z.input<typeof documentView> => ({
  document_id: document.document_id,
  title: document.title,
  file_name: document.file_name,
  content_type: document.content_type,
  state: document.state,
  version: document.version,
  chunk_count: document.stored?.chunk_count ?? 0,
  page_count: document.page_count,
  published: document.published,
  error: document.error,
  ...document.labels,
  review: document.review,
  created_at: document.created_at,
  updated_at: document.updated_at,
});
