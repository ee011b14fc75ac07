import type { Document } from '../documents/document.ts';
import { objectKeyOf, readDocumentKey } from '../documents/document-key.ts';
import { nextStep } from '../documents/next-step.ts';
import type { StoredObject } from './stored-objects.ts';

/** Something that should have happened by now: an event was lost, or its message was given up. */
export interface Difference {
  /** Of the object to look at. */
  readonly key: string;
  /** A file that is not in the index, an index without its file, or work that nobody finished. */
  readonly kind: 'missing' | 'left_over' | 'unfinished';
  /** Since when (ISO 8601). */
  readonly since: string;
}

/** How long the queue may take for what is no difference yet. */
const GRACE_MS = 5 * 60_000;

/** What happened after this is no difference yet (ISO 8601). */
export const settledBefore = (at: Date): string => new Date(at.getTime() - GRACE_MS).toISOString();

/**
 * Where the index says something else than the bucket, oldest first. Decides as the worker would, so
 * that nothing is reported that a look would not change.
 */
export function compareBucket(
  documents: readonly Document[],
  objects: readonly StoredObject[],
  at: Date,
): readonly Difference[] {
  const byKey = new Map(objects.map((object) => [object.key, object]));
  const byId = new Map(documents.map((document) => [document.document_id, document]));
  const keys = new Set([...documents.map(({ object_key }) => object_key), ...byKey.keys()]);
  const settled = settledBefore(at);
  return [...keys]
    .flatMap((key) => differenceAt(key, byKey.get(key), byId, at))
    .filter(({ since }) => since <= settled)
    .toSorted((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)));
}

function differenceAt(
  key: string,
  object: StoredObject | undefined,
  documents: ReadonlyMap<string, Document>,
  at: Date,
): readonly Difference[] {
  const parsed = readDocumentKey(key);
  // What lies there and is no document is nobody's difference.
  if (!parsed || objectKeyOf(parsed) !== key) return [];
  const document = documents.get(parsed.documentId);
  const step = nextStep(document, { key, object, at });
  if (step === 'none' || step === 'wait') return [];
  if (step === 'ingest' && object && !isUnderWay(document, key))
    return [{ key, kind: 'missing', since: object.last_modified }];
  const since = document?.updated_at ?? at.toISOString();
  return [{ key, kind: step === 'delete' ? 'left_over' : 'unfinished', since }];
}

/** Whether the worker has begun with it: then it is the work that was not finished. */
const isUnderWay = (document: Document | undefined, key: string): boolean =>
  document?.object_key === key && document.lease_until !== null;
