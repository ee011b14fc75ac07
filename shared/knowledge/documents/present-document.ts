import * as z from 'zod';
import { curationFindings, type StoredFindings } from '../curation/findings.ts';
import { type Document, documentLabels, documentSpaces, indexingCounts } from './document.ts';
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
  /** What has happened to its file, in order; the last step goes on, or is where it ended. */
  steps: z.array(
    z.object({
      state: z.enum(DOCUMENT_STATES),
      began_at: z.string(),
      took_ms: z.int().nullable(),
    }),
  ),
  /** What the last indexing took. */
  indexing: indexingCounts.nullable(),
  /** Vector spaces that its chunks have vectors in, and those that could not be had so far. */
  spaces: documentSpaces,
  /** What was found in its text; null before it was read. */
  curation: curationFindings.nullable(),
  /** Versions that can be restored, oldest first. */
  versions: z.array(
    z.object({
      version: z.int(),
      file_name: z.string(),
      size: z.int(),
      chunk_count: z.int(),
      indexed_at: z.string(),
    }),
  ),
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
  steps: stepsOf(document),
  indexing: document.indexing,
  spaces: document.spaces,
  curation: document.findings && curationOf(document.findings),
  versions: document.versions.map(({ version, file_name, size, chunk_count, indexed_at }) => ({
    version,
    file_name,
    size,
    chunk_count,
    indexed_at,
  })),
  ...document.labels,
  review: document.review,
  created_at: document.created_at,
  updated_at: document.updated_at,
});

const curationOf = ({ pii_policy, pii, licence_notices }: StoredFindings) => ({
  pii_policy,
  pii,
  licence_notices,
});

function stepsOf({ began }: Document) {
  const steps = DOCUMENT_STATES.flatMap((state) => {
    const began_at = began[state];
    return began_at === undefined ? [] : [{ state, began_at }];
  }).toSorted((a, b) => Date.parse(a.began_at) - Date.parse(b.began_at));
  return steps.map((step, at) => {
    const next = steps[at + 1];
    const took_ms = next ? Date.parse(next.began_at) - Date.parse(step.began_at) : null;
    return { ...step, took_ms };
  });
}
