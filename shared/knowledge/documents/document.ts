import * as z from 'zod';
import { visibleText } from '#shared/facility/values.ts';
import { authority } from '../authority.ts';
import { DOCUMENT_STATES } from './document-state.ts';

const label = visibleText(100);

/** What people say of a document; search can filter by it. Wire shape. */
export const documentLabels = z.object({
  authority: authority.default('medium'),
  tags: z.array(label).max(20).default([]),
  source: label.optional(),
  jurisdiction: label.optional(),
  industry: label.optional(),
  language: z.string().max(10).optional(),
});
export type DocumentLabels = z.output<typeof documentLabels>;

const storedVersion = z.object({
  document_id: z.string(),
  version: z.int(),
  object_key: z.string(),
  chunk_count: z.int(),
});

/** Which object the work or the index is of: the same tag and time are the same upload. */
const sourceObject = z.object({
  etag: z.string(),
  last_modified: z.string(),
  size: z.int(),
});
export type SourceObject = z.infer<typeof sourceObject>;

const review = z.object({
  decision: z.enum(['approve', 'reject', 'request_changes']),
  notes: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});

/** The manifest of a document, as it is stored. Whoever changes it names the revision that was read. */
export const documentSchema = z.object({
  document_id: z.string(),
  title: z.string(),
  file_name: z.string(),
  content_type: z.string().nullable(),
  object_key: z.string(),
  labels: documentLabels,
  state: z.enum(DOCUMENT_STATES),
  revision: z.int(),
  /** Counts what was indexed; 0 before the first time. */
  version: z.int(),
  page_count: z.int().nullable(),
  source: sourceObject.nullable(),
  /** The version in the store, whether or not search sees it. */
  stored: storedVersion.nullable(),
  published: z.boolean(),
  /** A version that no search sees any more and that still takes up space. */
  retired: storedVersion.nullable(),
  /** Why it failed, for a curator to read. */
  error: z.string().nullable(),
  review: review.nullable(),
  /** Until then the worker that claimed it may still be at it (ISO 8601). */
  lease_until: z.string().nullable(),
  /** How often work on this object has begun. */
  attempts: z.int(),
  created_by: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Document = z.infer<typeof documentSchema>;
