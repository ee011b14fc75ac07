import type { Tenant } from '#shared/runtime/tenant.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import type { VectorStore } from '#shared/vectors/vector-store.ts';
import type { PiiPolicy } from '../curation/findings.ts';
import type { DocumentParser } from '../parsing/document-parser.ts';
import type { DocumentObjects } from './document-objects.ts';
import type { IndexDeps } from './index-document.ts';
import type { IngestQueue } from './ingest-queue.ts';
import type { VersionObjects } from './version-objects.ts';

export interface IngestDeps extends CommitDeps, IndexDeps {
  readonly objects: DocumentObjects;
  readonly versions: VersionObjects;
  readonly queue: IngestQueue;
  readonly parsers: Readonly<Record<string, DocumentParser>>;
  readonly vectors: VectorStore;
  /** Whether a curator must look at a document before search may see it. */
  readonly reviewRule: (tenant: Tenant) => Promise<'automatic' | 'required'>;
  /** What becomes of personal data in its text. */
  readonly piiPolicy: (tenant: Tenant) => Promise<PiiPolicy>;
  readonly sizes: WorkSizes;
}

export interface WorkSizes {
  /** Chunks of a unit: what is lost when a worker dies. */
  readonly unit: number;
  /** Chunks up to which a document is embedded at once, by the worker that has read it. */
  readonly atOnce: number;
}

/** A provider takes 2,048 texts in one call: up to there, units would only make more calls of it. */
export const WORK_SIZES: WorkSizes = { unit: 500, atOnce: 2000 };
