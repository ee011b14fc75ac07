import type { Document, DocumentLabels } from './document.ts';

export interface DocumentBasics {
  readonly document_id: string;
  readonly title: string;
  readonly file_name: string;
  readonly content_type: string | null;
  readonly object_key: string;
  readonly labels: DocumentLabels;
  /** Null for a file that was dropped by hand. */
  readonly created_by: string | null;
}

/** A document nobody has read yet. */
export const newDocument = (basics: DocumentBasics, at: Date): Document => ({
  ...basics,
  state: 'queued',
  began: { queued: at.toISOString() },
  revision: 1,
  version: 0,
  page_count: null,
  source: null,
  stored: null,
  published: false,
  retired: null,
  versions: [],
  leftovers: [],
  indexing: null,
  spaces: { has: [], lacks: [] },
  findings: null,
  error: null,
  review: null,
  lease_until: null,
  attempts: 0,
  work: null,
  created_at: at.toISOString(),
  updated_at: at.toISOString(),
});

/** Labels of a file about which nobody said anything. */
export const NO_LABELS: DocumentLabels = { authority: 'medium', tags: [] };

/** Ids begin with the time, so that listing by id is listing by age. */
export const newDocumentId = (at: Date, uuid: string): string =>
  `doc-${at.getTime().toString(36)}-${uuid.slice(-8)}`;
