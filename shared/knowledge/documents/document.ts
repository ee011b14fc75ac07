import * as z from 'zod';
import { visibleText } from '#shared/facility/values.ts';
import { authority } from '../authority.ts';
import { storedFindings } from '../curation/findings.ts';
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

/** A version that can be restored: its file, its chunks and their vectors are objects of our own. */
const keptVersion = z.object({
  version: z.int(),
  file_name: z.string(),
  etag: z.string(),
  size: z.int(),
  /** Prefix of its objects. */
  folder: z.string(),
  parts: z.int(),
  chunk_count: z.int(),
  indexed_at: z.string(),
});
export type KeptVersion = z.infer<typeof keptVersion>;

/** Work on a large document goes on in units, a message each. */
const unitWork = z.object({
  folder: z.string(),
  units: z.int(),
  chunk_count: z.int(),
  /** Units that were done when somebody last looked after those that were not. */
  done: z.int(),
});
export type UnitWork = z.infer<typeof unitWork>;

/** What the last indexing took. Wire shape. */
export const indexingCounts = z.object({
  chunks: z.int(),
  /** Chunks of which a vector was made; the others have those of an earlier version. */
  embedded: z.int(),
  reused: z.int(),
  tokens: z.int(),
  cost_microcents: z.int(),
});
export type IndexingCounts = z.infer<typeof indexingCounts>;

/** Vector spaces, by whether every chunk of the document has a vector in them. Wire shape. */
export const documentSpaces = z.object({
  has: z.array(z.string()),
  lacks: z.array(z.string()),
});
export type DocumentSpaces = z.infer<typeof documentSpaces>;

/** The manifest of a document, as it is stored. Whoever changes it names the revision that was read. */
export const documentSchema = z.object({
  document_id: z.string(),
  title: z.string(),
  file_name: z.string(),
  content_type: z.string().nullable(),
  object_key: z.string(),
  labels: documentLabels,
  state: z.enum(DOCUMENT_STATES),
  /** When it came into each state, since its file was last taken up (ISO 8601). */
  began: z.partialRecord(z.enum(DOCUMENT_STATES), z.string()).default({}),
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
  /** Versions that can be restored, oldest first; the last is the one that was indexed last. */
  versions: z.array(keptVersion).default([]),
  /** Prefixes of objects that nobody needs any more and that still take up space. */
  leftovers: z.array(z.string()).default([]),
  indexing: indexingCounts.nullable().default(null),
  spaces: documentSpaces.default({ has: [], lacks: [] }),
  /** What was found in the text that was read last; null before. */
  findings: storedFindings.nullable().default(null),
  /** Why it failed, for a curator to read. */
  error: z.string().nullable(),
  review: review.nullable(),
  /** Until then the worker that claimed it may still be at it (ISO 8601). */
  lease_until: z.string().nullable(),
  /** How often work on this object has begun without getting on. */
  attempts: z.int(),
  work: unitWork.nullable().default(null),
  created_by: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Document = z.infer<typeof documentSchema>;
