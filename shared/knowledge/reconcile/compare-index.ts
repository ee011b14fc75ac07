import type { ListedSegment } from '#shared/vectors/shelf/segment-list.ts';
import type { Document } from '../documents/document.ts';
import type { IngestMessage } from '../documents/ingest-queue.ts';
import { needs } from '../documents/repair-document.ts';
import type { StoredObject } from './stored-objects.ts';

/** Objects younger than this may belong to work that is not on record yet. */
const ORPHAN_AGE_MS = 24 * 3_600_000;

export type Repair = Extract<IngestMessage, { readonly kind: 'relist' | 'reindex' | 'free' }>;

/** A tenant's index: what manifests say, what search is shown, and what lies in the bucket for it. */
export interface Index {
  readonly documents: readonly Document[];
  /** Ids of those that changed while all this was read, or just before. */
  readonly recent: ReadonlySet<string>;
  readonly listed: readonly ListedSegment[];
  readonly segments: readonly StoredObject[];
  readonly versions: readonly StoredObject[];
  /** A key below which a document's files lie. */
  readonly keyOf: (documentId: string) => string;
}

/** Documents that search shows and should not, that it should show and does not, or whose segment is gone. */
export function compareList(index: Index): readonly Repair[] {
  const { documents, recent, listed, segments, keyOf } = index;
  const shown = new Map(listed.map(({ document_id, object_key }) => [document_id, object_key]));
  const there = new Set(segments.map(({ key }) => key));
  const known = new Set(documents.map(({ document_id }) => document_id));
  return [
    ...documents
      .filter(({ document_id }) => !recent.has(document_id))
      .flatMap((document) => repairsOf(document, shown.get(document.document_id), there)),
    ...[...shown.keys()]
      .filter((documentId) => !known.has(documentId))
      .map((documentId): Repair => ({ kind: 'relist', key: keyOf(documentId) })),
  ];
}

function repairsOf(
  { object_key: key, published, stored }: Document,
  shown: string | undefined,
  there: ReadonlySet<string>,
): readonly Repair[] {
  const isRight = shown === (published ? stored?.object_key : undefined);
  const isLost = stored !== null && !there.has(stored.object_key);
  return [
    ...(isRight ? [] : [{ kind: 'relist' as const, key }]),
    ...(isLost ? [{ kind: 'reindex' as const, key }] : []),
  ];
}

/** Segments and objects of versions that no document needs. */
export function findOrphans(index: Index, at: Date): readonly Repair[] {
  const { documents, listed, segments, versions, keyOf } = index;
  const byId = new Map(documents.map((document) => [document.document_id, document]));
  const shown = new Set(listed.map(({ object_key }) => object_key));
  const youngest = new Date(at.getTime() - ORPHAN_AGE_MS).toISOString();
  return [...segments, ...versions].flatMap(({ key: object, last_modified }) => {
    const documentId = OWNER.exec(object)?.[1];
    if (documentId === undefined || shown.has(object) || last_modified > youngest) return [];
    const document = byId.get(documentId);
    if (document && needs(document, object)) return [];
    return [{ kind: 'free' as const, key: keyOf(documentId), object }];
  });
}

/** Objects of one document: its segments, and all that is kept of its versions. */
const OWNER =
  /^tenants\/[^/]+\/(?:shelf|versions)\/([^/]+)\/(?:\d+-[0-9a-f]{16}\.segment$|\d+-[0-9a-f]{16}\/)/;
