import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { readSegments } from '#shared/vectors/shelf/segment-list.ts';
import type { Document } from '../documents/document.ts';
import { objectKeyOf, readDocumentKey } from '../documents/document-key.ts';
import { readAllDocuments } from '../documents/document-store.ts';
import type { IngestQueue } from '../documents/ingest-queue.ts';
import { isOutdated, lacksSpace } from '../documents/next-step.ts';
import { type WantedIndexDeps, wantedIndex } from '../documents/wanted-index.ts';
import { compareBucket, settledBefore } from './compare-bucket.ts';
import { compareList, findOrphans, type Index } from './compare-index.ts';
import { type FreeVectorsDeps, freeVectors } from './free-vectors.ts';
import { type Compared, messagesFor } from './repair-messages.ts';
import type { StoredObjects } from './stored-objects.ts';

export interface ReconcileDeps extends FreeVectorsDeps, WantedIndexDeps {
  readonly clock: Clock;
  readonly objects: StoredObjects;
  readonly queue: IngestQueue;
}

/** What was found of one tenant, or of many. */
export interface Findings {
  /** Files that are not in the index. */
  readonly missing: number;
  /** Documents without their file; objects and vectors without their document. */
  readonly orphans: number;
  /** Documents that lack vectors of a space. */
  readonly stranded: number;
  /** Messages sent to put things right, and vectors that were removed. */
  readonly repairs: number;
  /** Files whose key names no document: nobody will ever read them there. */
  readonly ignored: number;
  /** How long the oldest difference between bucket and search has been there. */
  readonly oldestSeconds: number;
}

/**
 * Compares a tenant's bucket with the index, and has the worker look at what differs: it looks again,
 * and decides by what it finds then. Only vectors that are nobody's are removed at once.
 */
export async function reconcileTenant(deps: ReconcileDeps, tenant: Tenant): Promise<Findings> {
  const at = deps.clock.now();
  const compared = await compare(deps, tenant, at);
  const vectors = await freeVectors(deps, tenant);
  const messages = messagesFor(compared, at);
  await deps.queue.send(messages);
  const { differences, orphans, outdated, wanted, ignored } = compared;
  const missing = differences.filter(({ kind }) => kind !== 'left_over').length;
  return {
    missing,
    orphans: differences.length - missing + orphans.length + vectors,
    stranded: outdated.filter((document) => lacksSpace(document, wanted.spaces)).length,
    repairs: messages.length + vectors,
    ignored,
    oldestSeconds: differences[0] ? (at.getTime() - Date.parse(differences[0].since)) / 1000 : 0,
  };
}

async function compare(deps: ReconcileDeps, tenant: Tenant, at: Date): Promise<Compared> {
  const documents = await readAllDocuments(deps.table, tenant);
  const files = await deps.objects.list(tenant, 'knowledge');
  const index = await readIndex(deps, tenant, documents, settledBefore(at));
  const wanted = await wantedIndex(deps, tenant);
  return {
    differences: compareBucket(documents, files, at),
    wronglyListed: compareList(index),
    orphans: findOrphans(index, at),
    outdated: documents.filter((document) => isOutdated(document, wanted)),
    wanted,
    ignored: files.filter(({ key, size }) => size > 0 && !readDocumentKey(key)).length,
  };
}

/** The list is read after the manifests: of what has settled, both say the same. */
async function readIndex(
  { table, objects }: ReconcileDeps,
  tenant: Tenant,
  documents: readonly Document[],
  before: string,
): Promise<Index> {
  const recent = new Set(
    documents.filter(({ updated_at }) => updated_at > before).map(({ document_id }) => document_id),
  );
  const listed = await readSegments(table, tenant);
  return {
    documents,
    recent,
    listed,
    segments: await objects.list(tenant, 'shelf'),
    versions: await objects.list(tenant, 'versions'),
    keyOf: (documentId) => objectKeyOf({ tenant, documentId, fileName: 'none' }),
  };
}
