import type { EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { readSegments } from '#shared/vectors/shelf/segment-list.ts';
import type { Document } from '../documents/document.ts';
import { objectKeyOf, readDocumentKey } from '../documents/document-key.ts';
import { readAllDocuments } from '../documents/document-store.ts';
import type { IngestMessage, IngestQueue } from '../documents/ingest-queue.ts';
import { lacksSpace } from '../documents/next-step.ts';
import { compareBucket, type Difference, settledBefore } from './compare-bucket.ts';
import { compareList, findOrphans, type Index, type Repair } from './compare-index.ts';
import { type FreeVectorsDeps, freeVectors } from './free-vectors.ts';
import type { StoredObjects } from './stored-objects.ts';

export interface ReconcileDeps extends FreeVectorsDeps {
  readonly clock: Clock;
  readonly objects: StoredObjects;
  readonly queue: IngestQueue;
  readonly embeddings: Pick<EmbeddingService, 'spaces'>;
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

/** Messages of one kind for one tenant in one run: more waits for the next. */
const MOST_REPAIRS = 200;
const MOST_COMPLETIONS = 10;
/** A provider that had no vectors is not asked for them again before. */
const COMPLETE_AFTER_MS = 3_600_000;

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
  const { differences, orphans, stranded, ignored } = compared;
  const missing = differences.filter(({ kind }) => kind !== 'left_over').length;
  return {
    missing,
    orphans: differences.length - missing + orphans.length + vectors,
    stranded: stranded.length,
    repairs: messages.length + vectors,
    ignored,
    oldestSeconds: differences[0] ? (at.getTime() - Date.parse(differences[0].since)) / 1000 : 0,
  };
}

interface Compared {
  /** Oldest first. */
  readonly differences: readonly Difference[];
  readonly wronglyListed: readonly Repair[];
  readonly orphans: readonly Repair[];
  readonly stranded: readonly Document[];
  readonly ignored: number;
}

async function compare(deps: ReconcileDeps, tenant: Tenant, at: Date): Promise<Compared> {
  const documents = await readAllDocuments(deps.table, tenant);
  const files = await deps.objects.list(tenant, 'knowledge');
  const index = await readIndex(deps, tenant, documents, settledBefore(at));
  return {
    differences: compareBucket(documents, files, at),
    wronglyListed: compareList(index),
    orphans: findOrphans(index, at),
    stranded: await findStranded(deps, tenant, documents),
    ignored: files.filter(({ key, size }) => size > 0 && !readDocumentKey(key)).length,
  };
}

const messagesFor = (
  { differences, wronglyListed, orphans, stranded }: Compared,
  at: Date,
): readonly IngestMessage[] => [
  ...differences.slice(0, MOST_REPAIRS).map(({ key }) => look(key, false)),
  ...wronglyListed.slice(0, MOST_REPAIRS),
  ...orphans.slice(0, MOST_REPAIRS),
  ...toComplete(stranded, at).map(({ object_key }) => look(object_key, true)),
];

const look = (key: string, complete: boolean): IngestMessage => ({ kind: 'look', key, complete });

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

/** Documents that are not in every space they should be in: none could be had, or it is new. */
async function findStranded(
  { embeddings }: ReconcileDeps,
  tenant: Tenant,
  documents: readonly Document[],
): Promise<readonly Document[]> {
  const wanted = (await embeddings.spaces(tenant)).map(({ spaceId }) => spaceId);
  return documents.filter((document) => lacksSpace(document, wanted));
}

/** Few at a time: each may cost money, and what has failed just now would fail again. */
const toComplete = (stranded: readonly Document[], at: Date): readonly Document[] =>
  stranded
    .filter(({ lease_until }) => lease_until === null)
    .filter(({ updated_at }) => at.getTime() - Date.parse(updated_at) > COMPLETE_AFTER_MS)
    .slice(0, MOST_COMPLETIONS);
